import { atLeast, atMost, between, lesson, oneOf } from '@proving/spec';

export default lesson({
  title: 'Retries and dead letters',
  question: 'What do I do with a record that I cannot process?',
  part: 3,
  minutes: 65,
  after: ['05-offsets-and-delivery', '06-rebalancing', '12-flow-control'],
  cluster: { shape: 'standard' },

  claims: {
    'one-poison-record-stops-its-partition':
      'A record that can never be processed holds up everything behind it in its partition for as long as the program insists, whether it throws or tries again; it is passed only by a program that decides to skip it or to set it aside.',
    'retry-topics-break-order':
      'A record that waits in a retry topic lets all others pass, those of its own key included; one that waits in the handler keeps the order, and all others wait with it.',
    'parking-a-key-keeps-order':
      'If every later record of the key is parked behind the one that failed, each key stays in order and other keys go on. The set of parked keys must outlive the process.',
    'commit-only-after-the-dead-letter-is-acknowledged':
      'A worker that commits after its dead letter is acknowledged loses no record, wherever it is killed, and may write a letter twice; one that commits first loses the record when it is killed in between.',
    'a-delay-is-a-paused-partition':
      'A consumer that pauses a retry partition until its first record is due tries nothing early and holds up no other partition; one that waits in the handler makes other retries late.',
    'jitter-spreads-what-failed-together':
      'Records that failed in the same moment come back in the same moment, at any fixed delay. A delay drawn evenly from nothing up to the ceiling spreads them over all of it; five per cent more or less does not.',
    'a-breaker-stops-the-calls':
      'While a service is down, a circuit breaker that is open makes no call, one that is half-open makes a single one, and the records wait in the log; without it, an outage turns good records into dead letters.',
    'a-letter-keeps-the-bytes':
      'A dead letter with the original key, value and headers, and what is told about it in further headers, gives back the record byte for byte; one that is a text about the record does not.',
  },

  experiments: {
    '01-four-policies': {
      title: 'Four ways to go on',
      proves: 'one-poison-record-stops-its-partition',
      arms: { treatment: 'throws', insist: 'tries again', skip: 'skips', aside: 'sets aside' },
      ask: 'Ten orders in two partitions, read by one consumer. In the first partition the fourth record is no order: three stand before it, two behind it. The handler throws when it meets it. What is packed in the end?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Nine: the next poll brings the next record.', when: { packed: 9 }, belief: 'W53' },
          { says: 'Seven: the two behind it wait, the other partition goes on.', when: { packed: 7 } },
          { says: 'Three: the consumer is stuck as a whole.', when: { packed: atMost(6) } },
          { says: 'Eight: kafkajs gives up after some tries.', when: { packed: 8 } },
        ],
      },
      needs: [],
      budget: '60s',
    },
    '02-overtaken': {
      title: 'Overtaken',
      proves: 'retry-topics-break-order',
      arms: { treatment: 'retry topic', control: 'in the handler' },
      ask: 'Twelve orders of four customers, three each. The warehouse does not answer about order 1, so it goes to a retry topic and the packer goes on. How many labels are made before that of order 1?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Nine: those of the other customers.', when: { before: 9 } },
          { says: 'Eleven, two of them of the same customer.', when: { before: 11 } },
          { says: 'None: the packer waits for it.', when: { before: 0 } },
          { says: 'Some other number.', when: { before: oneOf(1, 2, 3, 4, 5, 6, 7, 8, 10) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '03-a-key-is-parked': {
      title: 'A key is parked',
      proves: 'parking-a-key-keeps-order',
      arms: { treatment: 'parks the key', record: 'parks the record', memory: 'key, in memory' },
      ask: 'The same twelve orders. With order 1 its customer is parked: later orders of this customer go to the car park, too. The set of parked customers lies in the packer’s memory, and after order 6 the packer is restarted. How many orders come out in the wrong order for their customer?',
      predict: {
        kind: 'choice',
        about: 'memory',
        options: [
          { says: 'None: order 1 is still in the car park.', when: { wrongOrder: 0 } },
          { says: 'One: order 9.', when: { wrongOrder: 1 } },
          { says: 'Two: orders 1 and 5, behind order 9.', when: { wrongOrder: 2 } },
          { says: 'Three or more.', when: { wrongOrder: atLeast(3) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '04-killed-around-a-letter': {
      title: 'Killed around a letter',
      proves: 'commit-only-after-the-dead-letter-is-acknowledged',
      arms: { treatment: 'sends, then commits', control: 'commits, then sends' },
      ask: 'Three packers each meet an order that they cannot read. Each sends it to the dead letters, then commits. One stands before the two acts, one between them, one after them, when their process is killed; another one takes over. What has become of the three orders?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Each is a dead letter, once.', when: { lost: 0, twice: 0 } },
          { says: 'Each is a dead letter, one of them twice.', when: { lost: 0, twice: 1 } },
          { says: 'One is lost.', when: { lost: atLeast(1) } },
          { says: 'Each is a dead letter, two or three of them twice.', when: { lost: 0, twice: atLeast(2) } },
        ],
      },
      needs: [],
      budget: '60s',
    },
    '05-not-before-it-is-due': {
      title: 'Not before it is due',
      proves: 'a-delay-is-a-paused-partition',
      arms: { treatment: 'pauses', handler: 'waits in the handler', atOnce: 'does not wait' },
      ask: 'One consumer reads two retry topics. An order due in ten minutes comes first, then three that are due in one. The handler waits until its order is due, and sends heartbeats all the while. How many orders are packed late?',
      predict: {
        kind: 'choice',
        about: 'handler',
        options: [
          { says: 'None: they lie in different partitions.', when: { late: 0 } },
          { says: 'Three: the handler is busy for ten minutes.', when: { late: 3 } },
          { says: 'All four.', when: { late: atLeast(4) } },
          { says: 'One or two.', when: { late: between(1, 2) } },
        ],
      },
      needs: [],
      budget: '45s',
    },
    '06-all-at-once': {
      title: 'All at once',
      proves: 'jitter-spreads-what-failed-together',
      arms: { treatment: 'full jitter', little: '±5 %', fixed: 'fixed' },
      ask: 'Four hundred orders fail in the same moment. Each is tried again after 8 s, give or take five per cent at random. How many of them come due in the fullest tenth of a second?',
      predict: {
        kind: 'choice',
        about: 'little',
        options: [
          { says: 'About a dozen: they are spread over 8 s.', when: { atOnce: atMost(35) } },
          { says: 'About 60.', when: { atOnce: between(36, 150) } },
          { says: 'All four hundred.', when: { atOnce: atLeast(151) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '07-the-warehouse-is-down': {
      title: 'The warehouse is down',
      proves: 'a-breaker-stops-the-calls',
      arms: { treatment: 'half-opens', blunt: 'closes at once', none: 'no breaker' },
      ask: 'The warehouse is down, and seven orders come in. An order that has failed three times is a dead letter. A breaker opens after three failures and lets one call through after 30 s, again after 60; by then the warehouse is back. How many of the seven become dead letters?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'None.', when: { dead: 0 } },
          { says: 'One: the order that opened it.', when: { dead: 1 } },
          { says: 'Seven: an open breaker fails every call.', when: { dead: 7 } },
          { says: 'Two to six.', when: { dead: between(2, 6) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '08-the-same-bytes': {
      title: 'The same bytes',
      proves: 'a-letter-keeps-the-bytes',
      arms: { treatment: 'bytes, headers', control: 'a JSON text' },
      ask: 'Five records become dead letters, each a JSON text with the key, the value and the error in it: text, bytes that are no text, null, an empty value without a key, one with headers. How many can be sent back unchanged?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'Five: everything is in the text.', when: { unchanged: 5 } },
          { says: 'Three.', when: { unchanged: 3 } },
          { says: 'None.', when: { unchanged: 0 } },
          { says: 'One, two or four.', when: { unchanged: oneOf(1, 2, 4) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '09-at-any-moment': {
      title: 'At any moment',
      proves: 'commit-only-after-the-dead-letter-is-acknowledged',
      arms: { treatment: 'letters, position', control: 'position, letters' },
      ask: 'A packer can read none of 80 orders, ten in each of eight partitions. For each ten it commits the position behind them and then writes their letters, one after the other. At a moment that nobody has chosen it is killed; the next one takes over. How many of the 80 orders have no letter?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'None.', when: { lost: 0 } },
          { says: 'One for each partition at most: the letter it was about to write.', when: { lost: between(1, 8) } },
          { says: 'All that it had not come to.', when: { lost: atLeast(9) } },
        ],
      },
      needs: [],
      budget: '60s',
    },
  },

  refutes: ['W53'],

  card: {
    drawing: `
  a record fails
    │
    ├─ the same for all:  breaker opens, pause; the log waits
    │
    ├─ it will pass:      order matters?
    │     no              retry topic, due time, full jitter
    │     yes             park the key, behind it its followers
    │
    └─ it never will:     dead letter, the bytes as they were
                          send ──► acknowledged ──► commit`,
    remember: {
      'send the letter, await it, then commitOffsets': 'in this order a crash repeats a letter; in the other it loses a record',
      'const resume = pause()': 'until the first record of the retry partition is due; the handler returns',
      'random() * Math.min(cap, base * 2 ** attempt)': 'full jitter: the ceiling grows, the delay is anything below it',
      'dead.topic, dead.partition, dead.offset':
        'headers that say where a letter comes from; key, value and headers stay as they were',
    },
    interview:
      'First I ask whether the record is bad or the world is. If a service is down, every record fails, so a circuit breaker opens, the partition is paused and nothing is set aside. If one record fails and may succeed later, it goes to a retry topic with a due time, drawn with full jitter; where the order of a key matters, I park the whole key instead. If it can never succeed, it becomes a dead letter: the original bytes, with headers for where it came from, why and how often it failed. The offset is committed only after the letter is acknowledged, so a crash can repeat a letter and not lose one. And somebody owns the topic: it has an alert, a retention and a tried way back.',
  },
});
