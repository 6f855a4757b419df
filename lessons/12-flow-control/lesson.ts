import { atLeast, atMost, between, lesson, not } from '@proving/spec';

export default lesson({
  title: 'Flow control and lag',
  question: 'How do I keep up, and how do I know?',
  part: 2,
  minutes: 45,
  after: ['05-offsets-and-delivery', '06-rebalancing'],
  cluster: { shape: 'standard' },

  claims: {
    'a-bounded-consumer-stays-bounded':
      'A consumer that pauses its partition when its own queue is full holds no more than that queue and stays a member, and the rest waits in the log; one that only queues takes in all there is.',
    'per-key-concurrency-keeps-order':
      'Records of one partition can be worked on at once without losing the order of any key, if those of one key wait for each other; if they do not, a quick one overtakes a slow one.',
    'the-oldest-unfinished-is-the-position':
      'Where work is finished out of order, a position at the oldest unfinished record loses nothing in a crash; one behind the newest finished record loses what was still under way, and its lag is 0.',
    'small-fetches-wait':
      'A broker holds a fetch back until it has fetch.min.bytes of records, or until fetch.max.wait.ms is over: with little traffic, the first makes every record wait, and the second says how long.',
    'lag-is-three-numbers':
      'Lag in offsets, the number of records left to do, and the age of the oldest one are three numbers; none gives the others, and a group that has done everything may have a lag that is not 0.',
  },

  experiments: {
    '01-a-full-shelf': {
      title: 'A shelf for ten',
      proves: 'a-bounded-consumer-stays-bounded',
      arms: { treatment: 'pauses at ten', control: 'never pauses' },
      ask: 'Sixty orders wait. The handler puts each on a shelf and returns; at ten it pauses the partition. The packer behind it is ill, and for longer than the session nobody takes anything from the shelf. What has happened by then?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'The broker went on sending: sixty orders are in memory.', when: { mostHeld: atLeast(11) } },
          {
            says: 'Ten are on the shelf, and the consumer was thrown out: it fetched nothing.',
            when: { mostHeld: 10, joins: atLeast(2) },
          },
          { says: 'Ten are on the shelf, fifty in the log, and it is a member as before.', when: { mostHeld: 10, joins: 1 } },
          { says: 'None: an order that nobody packs is not delivered.', when: { mostHeld: atMost(9) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '02-a-lane-for-each-customer': {
      title: 'Who waits for whom',
      proves: 'per-key-concurrency-keeps-order',
      arms: { treatment: 'a lane per key', control: 'a lane per record', sequential: 'one lane' },
      ask: 'Twelve orders of four customers lie in one partition. An order waits until the one before it, of the same customer, is packed. Each customer’s first order is large and takes four times as long. How many are packed at once, and how many come out in the wrong order for their customer?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          {
            says: 'One at a time: one partition is one reader, and one reader works in order.',
            when: { atOnce: 1 },
            belief: 'W31',
          },
          { says: 'Four at once, none in the wrong order.', when: { atOnce: between(2, 4), wrongOrder: 0 } },
          { says: 'Four at once, and some in the wrong order.', when: { atOnce: between(2, 4), wrongOrder: atLeast(1) } },
          { says: 'Twelve at once.', when: { atOnce: atLeast(5) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '03-order-5-is-stuck': {
      title: 'Order 5 is stuck',
      proves: 'the-oldest-unfinished-is-the-position',
      arms: { treatment: 'oldest unfinished', control: 'newest finished' },
      ask: 'The same packer; order 5 of customer 1 is stuck, and order 9 waits behind it. The other ten of twelve are packed. The position is that of the oldest unfinished order, offset 4. Then the process is killed, and another takes over. What does it cost?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Nothing: order 5 and order 9 are packed, the others are known to be done.', when: { twice: 0, never: 0 } },
          { says: 'Six orders are packed twice, none is lost.', when: { twice: 6, never: 0 } },
          { says: 'Order 5 and order 9 are lost.', when: { never: atLeast(1) } },
          { says: 'All twelve are packed again.', when: { twice: atLeast(7), never: 0 } },
        ],
      },
      needs: [],
      budget: '60s',
    },
    '04-a-fetch-that-waits': {
      title: 'A fetch that waits',
      proves: 'small-fetches-wait',
      arms: { treatment: '100 kB or 1.2 s', atOnce: '1 byte or 1.2 s', shorter: '100 kB or 0.4 s' },
      ask: 'A fetch may wait up to 1.2 s in the broker, and asks for 1 byte at least. Five small orders are sent, each when the one before it has arrived. How long does one typically take from one to the next?',
      predict: {
        kind: 'choice',
        about: 'atOnce',
        options: [
          { says: 'About 1.2 s: that is how often the consumer asks.', when: { typicalMs: atLeast(1_000) } },
          { says: 'About 0.6 s: half the interval, on average.', when: { typicalMs: between(401, 999) } },
          { says: 'A small part of that: an answer leaves when there is something in it.', when: { typicalMs: atMost(400) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '05-how-far-behind': {
      title: 'How far behind?',
      proves: 'lag-is-three-numbers',
      arms: { treatment: 'transactions', plain: 'plain', busier: 'every minute' },
      ask: 'Ten orders, one every 10 minutes, each written in a transaction of its own. The packer has done four, and breaks off. Six are left. Which lag does kafka-consumer-groups show, and which when all ten are done?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: '6, and then 0.', when: { lag: 6, lagWhenDone: 0 }, belief: 'W26' },
          { says: '12, and then 0: each order takes two offsets.', when: { lag: 12, lagWhenDone: 0 }, belief: 'W26' },
          { says: '13, and then 1.', when: { lag: 13, lagWhenDone: 1 } },
          { says: '6, and then 1.', when: { lag: 6, lagWhenDone: not(0) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
  },

  refutes: ['W26'],

  card: {
    drawing: `
  log     ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌
          done    ^   in hand, bounded  waiting: costs nothing
                  │
                  position: the oldest unfinished

  customer-1  ■ ─ ■ ─ ■      one lane for each key:
  customer-2  ■ ─ ■          in a lane one after the other,
  customer-3  ■ ─ ■ ─ ■      the lanes side by side`,
    remember: {
      'const resume = pause()': 'in the handler, when the queue is full; resume() when it has run half empty. Heartbeats go on',
      'fetch.min.bytes, fetch.max.wait.ms':
        'minBytes, maxWaitTimeInMs in kafkajs: what a fetch waits for in the broker, and how long',
      'max.partition.fetch.bytes':
        'maxBytesPerPartition in kafkajs: what one fetch may bring; max.poll.records only portions that out',
      'kafka-consumer-groups --describe --all-groups': 'LAG is in offsets: ask for the age of the oldest record, too',
    },
    interview:
      'A consumer asks for records, so back-pressure is free as long as the handler awaits its work; who queues must bound the queue, and pause. One partition can be worked on by many, with one lane for each key; then the position to commit is the oldest unfinished record, never the newest finished one. Lag in offsets counts markers and says nothing of minutes, so alert on the age of the oldest record and on growth. When it jumps I ask whether more comes in, or less goes out: slow work, larger records, a rebalance, or one hot partition; more consumers help only where there are more partitions for them.',
  },
});
