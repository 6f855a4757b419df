import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'one',
    ask: 'A handler throws at one record, each time. autoCommit is on, one consumer reads six partitions. What do you see on the lag page the next morning?',
    claim: 'one-poison-record-stops-its-partition',
    options: [
      {
        says: 'Nothing: the record was skipped at the next poll.',
        because:
          'The position stays before it, and it is the next record again. kafkajs calls the handler with it, gives up, restarts, and calls again.',
        belief: 'W53',
      },
      {
        says: 'The lag of one partition grows, the others are near 0.',
        right: true,
        because:
          'In the run the other partition was done, and three records waited in this one: the bad one and the two behind it.',
      },
      {
        says: 'The lag of all partitions is the same.',
        because: 'Each partition has a position of its own. Restarts make the others later, not stuck.',
      },
      {
        says: 'The group has no position any more.',
        because: 'What was committed stays committed. The position stands before the bad record.',
      },
    ],
  },
  {
    id: 'q2',
    kind: 'match',
    ask: 'A record fails. Match why with what to do.',
    claim: 'one-poison-record-stops-its-partition',
    pairs: [
      ['the bytes are no order', 'a dead letter at the first try: it cannot get better'],
      ['the order names an article that comes in an hour', 'a retry topic, or park its customer if order matters'],
      ['the time-out of one call', 'a few tries in the handler, with a short pause'],
      ['every order has failed for a minute', 'stop and let them wait in the log: it is not the records'],
    ],
    because:
      'Ask first whether it is the record or the world. Only the record is a case for a dead letter; the world is a case for waiting, and the log waits at no cost.',
  },
  {
    id: 'q3',
    kind: 'one',
    ask: 'Payments of an account go through a retry topic. Now and then an account is charged before the limit is raised, although the raise was sent first. Where is the fault?',
    claim: 'retry-topics-break-order',
    options: [
      {
        says: 'In the producer: it needs idempotence.',
        because: 'In the log the two stand in the right order. The raise failed once, and waited elsewhere.',
      },
      {
        says: 'In the retry topic: it needs the key as well.',
        because:
          'It had the key in the run. The key puts the retries of one account in a row, and the charge never was in that row.',
      },
      {
        says: 'In the way: what waits in another topic is overtaken by what does not.',
        right: true,
        because:
          'Two later orders of the same customer were packed before order 1. A retry topic is for work whose order does not matter.',
      },
      {
        says: 'In the delay: it must be shorter.',
        because: 'The next record is handled at once. No delay is shorter than that.',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'one',
    ask: 'A service parks keys: a failed record and everything behind it of the same key. The set of parked keys lies in a variable. When does that go wrong?',
    claim: 'parking-a-key-keeps-order',
    options: [
      {
        says: 'Never: the records are in the car park.',
        because: 'They are. But whoever decides about the next record asks the set, not the car park.',
      },
      {
        says: 'At the next restart or rebalance: the new owner packs the next record of a parked key.',
        right: true,
        because:
          'In the run order 9 was packed while orders 1 and 5 of its customer were parked. The packer that read the set from the topic parked it.',
      },
      {
        says: 'When two records of one key fail.',
        because: 'The second one is not even tried: its key is in the set.',
      },
      {
        says: 'When the car park has several partitions.',
        because: 'One key is in one of them, in order.',
      },
    ],
  },
  {
    id: 'q5',
    kind: 'order',
    ask: 'Put the life of a dead letter in order.',
    claim: 'commit-only-after-the-dead-letter-is-acknowledged',
    items: [
      'the record fails for the last time',
      'the letter is sent, with acks=all',
      'the brokers acknowledge it',
      'the offset behind the record is committed',
      'the next record is read',
    ],
    because:
      'Until the commit the record is the consumer’s own. It may only let go when somebody else has it, and only the acknowledgement says so.',
  },
  {
    id: 'q6',
    kind: 'one',
    ask: 'The send of a dead letter fails: the brokers do not answer. A handler logs the record, and goes on. What is right?',
    claim: 'commit-only-after-the-dead-letter-is-acknowledged',
    options: [
      {
        says: 'That: the log line has the record.',
        because: 'Then the log line is the only place that has it, cut and without its bytes. The position has passed it.',
      },
      {
        says: 'Not to commit, and to try again: the record is still in its partition.',
        right: true,
        because:
          'While the position is before it, nothing is lost. If the brokers are gone, the next fetch fails as well; there is nothing to go on to.',
      },
      {
        says: 'To commit, and to keep the letter in memory until they are back.',
        because: 'That is the control of the run: a kill in between, and the record is nowhere.',
      },
      {
        says: 'To send it with acks=0.',
        because: 'Then no failure is told any more. The letter is as lost as before.',
      },
    ],
  },
  {
    id: 'q7',
    kind: 'one',
    ask: 'One retry topic for all delays: a record says in a header when it is due. What happens to a record due in 5 s behind one that is due in an hour?',
    claim: 'a-delay-is-a-paused-partition',
    options: [
      {
        says: 'It is tried after 5 s: the header says so.',
        because: 'To see it, the consumer must go past the one before it. A log is not sorted by a header.',
      },
      {
        says: 'It is tried after an hour, if both are in one partition.',
        right: true,
        because:
          'The partition is paused at its first record that is not due. That is why each delay has a topic of its own: inside it, records come due in the order in which they stand.',
      },
      {
        says: 'It is tried at once.',
        because: 'The partition rests until the first record is due.',
      },
      {
        says: 'The broker sorts them by time stamp.',
        because: 'A broker appends. Order is that of the offsets.',
      },
    ],
  },
  {
    id: 'q8',
    kind: 'number',
    ask: 'Full jitter, base 1 s, cap 60 s. The ceiling doubles with each attempt: 1 s after the first. What is the longest possible delay after the seventh, in seconds?',
    claim: 'jitter-spreads-what-failed-together',
    answer: 60,
    tolerance: 0,
    unit: 's',
    because: '1 s doubled six times is 64 s, and the cap is 60. The shortest possible delay is 0; on average it is 30 s.',
  },
  {
    id: 'q9',
    kind: 'one',
    ask: 'The payment service is down for an hour. On the next day there are 40,000 letters in the dead-letter topic, and nothing is wrong with any of them. What was missing?',
    claim: 'a-breaker-stops-the-calls',
    options: [
      {
        says: 'More attempts before a record is given up.',
        because:
          'For each of 40,000 records, against a service that is down: that is a longer outage, and the letters come a little later.',
      },
      {
        says: 'Something that stops after a few failures in a row, and waits.',
        right: true,
        because: 'Without a breaker seven of seven orders became letters in the run; with one, none. They waited in the log.',
      },
      {
        says: 'A second dead-letter topic, for outages.',
        because: 'Then somebody drains that one. In their own partition they would have waited in order, and for nothing.',
      },
      {
        says: 'Full jitter.',
        because: 'It spreads the calls. It does not know that none can succeed.',
      },
    ],
  },
  {
    id: 'q10',
    kind: 'several',
    ask: 'A dead letter is { "key", "value", "error" } as JSON, written with toString(). Which records cannot be sent back as they were?',
    claim: 'a-letter-keeps-the-bytes',
    options: [
      {
        says: 'Avro with its five bytes in front',
        right: true,
        because: 'Bytes that are no UTF-8 become a replacement character, each. What came before cannot be told from it.',
      },
      {
        says: 'an order as JSON text, without headers',
        because: 'Text survives being text. It is the one case that such code was tried with.',
      },
      {
        says: 'an order with a trace id in a header',
        right: true,
        because: 'Headers are part of the record. Somebody must copy them.',
      },
      {
        says: 'a record whose key is binary',
        right: true,
        because: 'A changed key goes to another partition, and belongs to nobody.',
      },
    ],
  },
]);
