import { between, lesson, not } from '@proving/spec';

export default lesson({
  title: 'Idempotence',
  question: 'Why is it there twice?',
  part: 2,
  minutes: 40,
  after: ['07-acks-and-durability'],
  cluster: { shape: 'standard' },

  claims: {
    'a-lost-answer-duplicates':
      'When the answer to a send is lost, the client sends the record again, and it is stored twice; an idempotent producer sends it again under the number it had, and it is stored once.',
    'idempotent-is-not-your-retry':
      'Idempotence covers the repeats that the client makes by itself: the same order, handed three times to an idempotent producer, or handed over by three starts of the program, is stored three times; handed over once and repeated twice by the client, it is stored once.',
    'order-survives-retries-only-with-sequence-numbers':
      'When several requests are on their way and the first is lost, the others are stored before its retry; with sequence numbers the leader refuses what skips a number, and the order survives. Without them it survives only if one request at a time is on its way.',
    'kafkajs-can-lose-what-it-acknowledged':
      'After a failed send an idempotent kafkajs producer can give the next record the number of the failed one: that record is acknowledged and not stored. A new producer stores it, and so does @platformatic/kafka without one.',
    'await-each-send-in-kafkajs':
      'When an idempotent kafkajs producer has several sends open and one answer is lost, a record can be acknowledged without being stored, and another be stored twice; awaited one by one, each is stored once.',
  },

  experiments: {
    '01-the-answer-is-lost': {
      title: 'The answer to order 2 is lost',
      proves: 'a-lost-answer-duplicates',
      arms: { treatment: 'not idempotent', control: 'idempotent' },
      ask: 'kafkajs as it comes, acks=all. Orders 1, 2 and 3 are sent, each awaited. The network loses the answer to order 2, once. All three sends succeed in the end. What do the packers find in the log?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: '1 2 3: a producer that waits for all replicas sorts that out', when: { packed: '1 2 3' }, belief: 'W4' },
          { says: '1 2 2 3: the client sent order 2 again', when: { packed: '1 2 2 3' } },
          { says: '1 3: without an answer order 2 is not valid', when: { packed: '1 3' } },
          { says: '1 3 2: order 2 is stored later, when its answer gets through', when: { packed: '1 3 2' } },
        ],
      },
      needs: ['proxy'],
      budget: '40s',
    },
    '02-three-times': {
      title: 'Three requests, one order',
      proves: 'idempotent-is-not-your-retry',
      arms: { treatment: 'program repeats', client: 'client repeats', restarts: 'three starts' },
      ask: 'A tutorial shows its idempotent producer at work: it sends the very same order object three times, on a healthy network, each send awaited. "No duplicates, exactly once", it says. How many copies does the log hold?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'One: the broker recognises the second and the third', when: { packed: '1' }, belief: 'W15' },
          { says: 'Three', when: { packed: '1 1 1' } },
          { says: 'One, and the second send fails as a duplicate', when: { requests: between(1, 2) } },
        ],
      },
      needs: ['proxy'],
      budget: '40s',
    },
    '03-the-first-is-lost': {
      title: 'The first of three is lost',
      proves: 'order-survives-retries-only-with-sequence-numbers',
      arms: {
        treatment: 'no numbers',
        numbered: 'numbers',
        'one-by-one': 'one by one',
      },
      ask: 'The arm with numbers: orders 2, 3 and 4 are sent without waiting for each other. Order 2 never reaches the leader; 3 and 4 do. What does the leader do with 3 and 4?',
      predict: {
        kind: 'choice',
        about: 'numbered',
        options: [
          {
            says: 'It stores them, and order 2 comes last: order needs one request at a time',
            when: { packed: '1 3 4 2' },
            belief: 'W14',
          },
          { says: 'It keeps them aside until order 2 arrives, then stores all three', when: { refused: 0, packed: '1 2 3 4' } },
          { says: 'It refuses them, and they have to be sent again', when: { refused: 2, packed: '1 2 3 4' } },
        ],
      },
      needs: ['proxy'],
      budget: '40s',
    },
    '04-after-a-failed-send': {
      title: 'After a send has failed',
      proves: 'kafkajs-can-lose-what-it-acknowledged',
      arms: { treatment: 'kafkajs goes on', 'new-producer': 'new producer', 'other-client': '@platformatic/kafka' },
      ask: 'An idempotent kafkajs producer. The send of order 2 fails: its answers were lost until the client gave up. The network is well again, the same producer sends order 3 and hears "ok". What do the packers find?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: '1 3: order 2 failed', when: { packed: '1 3' } },
          { says: '1 2 3: the failed send is in the log all the same', when: { packed: '1 2 3' } },
          { says: '1 2 2 3: one copy for each try', when: { packed: '1 2 2 3' } },
          { says: '1 2: order 3 is missing, although it was acknowledged', when: { packed: '1 2' } },
        ],
      },
      needs: ['proxy'],
      budget: '60s',
    },
    '05-sends-that-overtake': {
      title: 'Three sends at once',
      proves: 'await-each-send-in-kafkajs',
      arms: { treatment: 'kafkajs at once', awaited: 'awaited', 'other-client': '@platformatic/kafka' },
      ask: 'An idempotent kafkajs producer is given orders 2, 3 and 4 at once, with Promise.all. One answer, that to order 2, is lost; the client repeats it, and all sends succeed. What do the packers find?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: '1 2 3 4: each once, in order', when: { packed: '1 2 3 4' } },
          { says: '1 3 4 2: each once, order 2 too late', when: { packed: '1 3 4 2' } },
          { says: '1 2 3 4 2: all there, order 2 twice', when: { packed: '1 2 3 4 2' } },
          { says: 'One of them is not there at all', when: { lost: not(0) } },
        ],
      },
      needs: ['proxy'],
      budget: '60s',
    },
  },

  refutes: ['W4', 'W14', 'W15'],

  card: {
    drawing: `
  producer id 7                        the leader, for id 7
                                       has 0 1 2, expects 3
  send, number 3  ──▶ stored, "ok" ✗   has 0 … 3, expects 4
  retry, number 3 ──▶ known, "ok"      nothing written
  send, number 5  ──▶ OUT_OF_ORDER     4 is missing: refused
  send, number 4  ──▶ stored, "ok"     has 0 … 4, expects 5

  your own retry  ──▶ a new number: a copy
  after a restart ──▶ a new id:     a copy`,
    remember: {
      'idempotent: true': 'the producer numbers its records; on by default in Java, off in kafkajs and @platformatic/kafka',
      'await each send, or one send for many': 'kafkajs, idempotent: parallel sends and a lost answer lose records',
      'a new producer after a failed send': 'kafkajs, idempotent: the old one may reuse the number',
    },
    interview:
      'An idempotent producer gets an id from the broker and numbers its records per partition. The leader remembers the last numbers of each producer: a repeat is answered with ok and not written again, a gap is refused, so the client’s own retries neither duplicate nor reorder, with up to five requests in flight. It ends where the session ends: a send that the application repeats gets a new number, a restarted program a new id, and both make copies. So it is not exactly once; for that one needs transactions within Kafka, and a key by which the consumer knows a copy everywhere else.',
  },
});
