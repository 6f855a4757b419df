import { between, lesson } from '@proving/spec';

export default lesson({
  title: 'Joins',
  question: 'Which two records meet?',
  part: 4,
  minutes: 45,
  after: ['03-keys-and-partitioners', '17-streams-and-tables', '19-time-and-windows'],
  cluster: { shape: 'standard', services: ['streams'] },

  claims: {
    'arrival-decides-stream-table':
      'A join of a stream with a table answers a record with the row that is there when its task processes it. Live that follows from the order of arrival; read again, when both topics are all there, the smaller time stamp goes first, and the same records give other results than were said live.',
    'like-joins-agree':
      'A join of two streams within a window makes the same pairs in whatever order the records arrive, and a join of two tables ends with the same row; a join of a stream with a table agrees in neither.',
    'both-sides-must-hash-alike':
      'A task joins the same partition of both topics and nothing else. Where one side is placed by murmur2 and the other by CRC32, a record finds its row only if both hashes chose the same partition, without an error; sent once more with one partitioner, all of them find it.',
    'replay-is-not-free':
      'To join five orders again, all fifty-one changes of the table are read again; into the same topic the five results are there twice; and where the table’s topic was compacted meanwhile, fewer records are read and none of the five rows of that time is found.',
  },

  experiments: {
    '01-order-and-address': {
      title: 'An order, and an address',
      proves: 'arrival-decides-stream-table',
      arms: { treatment: 'late', early: 'early', again: 'read again' },
      ask: 'Ada lives in Oslo at second 0, orders a pen at 1, moves to Rome at 2, orders ink at 3. Live, the orders arrived before the addresses: pen, Oslo, ink, Rome. Now a new program reads the same two topics from their beginning. Where do the parcels go?',
      predict: {
        kind: 'choice',
        about: 'again',
        options: [
          { says: 'As live: the pen nowhere, the ink to Oslo', when: { parcels: ['pen to ?', 'ink to Oslo'] }, belief: 'W61' },
          { says: 'Both to Rome, her last address', when: { parcels: ['pen to Rome', 'ink to Rome'] } },
          { says: 'The pen to Oslo, the ink to Rome', when: { parcels: ['pen to Oslo', 'ink to Rome'] } },
        ],
      },
      needs: [],
      budget: '120s',
    },
    '02-two-of-a-kind': {
      title: 'Two of a kind',
      proves: 'like-joins-agree',
      arms: { treatment: 'two streams', tables: 'two tables', mixed: 'stream, table' },
      ask: 'Ada’s addresses arrive late and Bob’s early; all else is equal. Orders and addresses are joined as two streams, if they are at most one second apart. Do Ada and Bob get the same pairs?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Yes', when: { samePairs: true } },
          { says: 'No: who comes late has nobody to meet', when: { samePairs: false } },
        ],
      },
      needs: [],
      budget: '120s',
    },
    '03-two-hashes': {
      title: 'Two hashes',
      proves: 'both-sides-must-hash-alike',
      arms: { treatment: 'murmur2', another: 'CRC32', moved: 'sent again' },
      ask: 'Twelve customers, twelve orders; orders and addresses have three partitions and the same keys. The addresses were sent by a Java client, the orders by a Python one whose library is librdkafka. How many orders find their address?',
      predict: {
        kind: 'choice',
        about: 'another',
        options: [
          { says: 'All twelve: same keys, same number of partitions', when: { addressed: 12 }, belief: 'W62' },
          { says: 'Some of them', when: { addressed: between(1, 11) } },
          { says: 'None: the join stops with an error', when: { orders: 0 } },
        ],
      },
      needs: [],
      budget: '120s',
    },
    '04-once-more': {
      title: 'The same five, once more',
      proves: 'replay-is-not-free',
      arms: { treatment: 'new topic', same: 'same topic', compacted: 'compacted' },
      ask: 'Five orders of last month were joined with the addresses of that day. Since then the topic of the addresses has been compacted. The join is run again from the beginning. How many of the five get the address of that day?',
      predict: {
        kind: 'choice',
        about: 'compacted',
        options: [
          { says: 'All five: a replay gives what was', when: { right: 5 }, belief: 'W63' },
          { says: 'None', when: { right: 0 } },
        ],
      },
      needs: [],
      budget: '60s',
    },
  },

  refutes: ['W61', 'W62', 'W63'],
  card: {
    drawing: `
 seconds       0       1       2       3
 orders                pen             ink
 addresses     Oslo            Rome

 live, late    pen Oslo ink Rome →  pen to ?     ink to Oslo
 live, early   Oslo Rome pen ink →  pen to Rome  ink to Rome
 read again    Oslo pen Rome ink →  pen to Oslo  ink to Rome
               └ the smaller time stamp first

 one task      orders/2 and addresses/2, and no other`,
    remember: {
      'co-partitioned': 'same key, same number of partitions, same partitioner; Kafka Streams can see only the number',
      'stream and table': 'answered once, by the row that is there; two streams, or two tables, agree in the end',
      'partitioner=murmur2_random': 'librdkafka’s setting that agrees with Java; its default does not',
      'cleanup.policy=compact': 'a table’s topic then replays into the table of today, not into that of last month',
    },
    interview:
      'A join of a stream with a table answers each record once, with the row that its task has at that moment. Live that is a matter of arrival; on a replay both topics are there and the smaller time stamp goes first, so the results may differ. Two streams within a window make the same pairs in any order, two tables end with the same row. Both topics need the same key, the same number of partitions and the same partitioner, because one task joins partition n with partition n. A replay reads the whole table again, writes every result again, and finds old rows only if their topic was not compacted.',
  },
});
