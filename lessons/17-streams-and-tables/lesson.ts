import { atLeast, atMost, lesson } from '@proving/spec';

export default lesson({
  title: 'Streams and tables',
  question: 'What is the difference between a stream and a table?',
  part: 4,
  minutes: 45,
  after: ['03-keys-and-partitioners', '05-offsets-and-delivery', '11-storage'],
  cluster: { shape: 'standard' },

  claims: {
    'a-table-is-a-fold-of-a-stream':
      'A stream of changes folds into one table, the last value of each key and nothing for a key that ended in a tombstone, and what the table writes out folds into the same table again. That holds where all changes of a key lie in one partition: dealt out in turn, the same records make another table for each order of reading.',
    'memory-is-not-state':
      'A count that is kept in memory begins at nothing after a restart, while the group goes on at its committed position: what was counted before is in no count any more. A restart that reads from the beginning counts right and writes every count a second time.',
    'group-by-moves-data':
      'Counting by something that is not the key sends the records once more, keyed by it, through a topic of its own; without that, each partition’s task has a count of its own for the same thing, and the whole is nowhere.',
  },

  experiments: {
    '01-addresses': {
      title: 'Seven changes, four customers',
      proves: 'a-table-is-a-fold-of-a-stream',
      arms: { treatment: 'by key', inTurn: 'in turn', skipped: 'null skipped' },
      ask: 'Seven changes of address are dealt out to two partitions in turn, as records without a key would be. One service reads partition 0 first, another partition 1, and each keeps the last address of each customer. Do they know the same?',
      predict: {
        kind: 'choice',
        about: 'inTurn',
        options: [
          { says: 'Yes: it is the same seven records.', when: { agree: true } },
          { says: 'No.', when: { agree: false } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '02-restart': {
      title: 'It was only restarted',
      proves: 'memory-is-not-state',
      arms: { treatment: 'from its position', beginning: 'from offset 0', never: 'not restarted' },
      ask: 'A counter has read three orders, two of them by ada, and has committed its position. It is stopped, cleanly, and started again. Then cy orders, then ada. Which count does it write for ada?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: '3', when: { ada: 3 }, belief: 'W57' },
          { says: '1', when: { ada: 1 } },
          { says: '2: her first two orders are one batch', when: { ada: 2 } },
          { says: '4 or more: some orders are read again', when: { ada: atLeast(4) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '03-by-country': {
      title: 'Orders by country',
      proves: 'group-by-moves-data',
      arms: { treatment: 'through a topic', straight: 'straight' },
      ask: 'Eight orders, keyed by customer, lie in three partitions; four of them go to NO. Each partition has a task that counts by country and writes its counts to a topic. What is the highest count that is ever written for NO?',
      predict: {
        kind: 'choice',
        about: 'straight',
        options: [
          { says: '4', when: { highestNO: 4 }, belief: 'W56' },
          { says: '2', when: { highestNO: 2 } },
          { says: '1', when: { highestNO: 1 } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '04-on-the-jvm': {
      title: 'The same, by Kafka Streams',
      proves: 'group-by-moves-data',
      arms: { treatment: 'through a topic', straight: 'straight' },
      ask: 'Kafka Streams counts the same eight orders by country. Its program says groupBy and count, and nothing of a topic between. How many records does it write before it has its eight counts?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'None: it keeps its counts in RocksDB and needs no topic', when: { between: 0 } },
          { says: '8: each order once more, keyed by country', when: { between: 8 } },
          { says: '3: one for each country', when: { between: 3 } },
        ],
      },
      needs: [],
      services: ['streams'],
      budget: '120s',
    },
    '05-killed-at-any-order': {
      title: 'Killed at any order',
      proves: 'memory-is-not-state',
      arms: { treatment: 'at its position', beginning: 'at offset 0' },
      ask: 'Thirty orders come in, one after the other, and the counter is killed at one of them; nobody knows at which. Order 31 comes, and a counter that begins at the committed position. What do the counts of all customers add up to?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: '31: no record was lost.', when: { counted: 31 } },
          { says: 'More than 31: what was in work is counted twice.', when: { counted: atLeast(32) } },
          { says: 'Less than 31.', when: { counted: atMost(30) } },
        ],
      },
      needs: [],
      budget: '60s',
    },
  },

  refutes: ['W56', 'W57'],
  card: {
    drawing: `
 orders       ada▌ bob▌ ada▌ cy▌ ada▌          each is a fact
   │ fold: +1 for its key
 counts       ada1 bob1 ada2 cy1 ada3          each is a change
   │ fold: the last of each key
 table        ada 3   bob 1   cy 1             what is known now`,
    remember: {
      'a topic is a stream or a table': 'the log does not say which: write into its contract whether a record adds or replaces',
      'key = what the row is about': 'all changes of a row in one partition, null takes it away; compaction keeps the table',
      'position + state': 'a restart needs both; the group keeps the position, and nobody keeps a Map',
      '…-repartition': 'grouping by something else than the key writes and reads each record once more',
    },
    interview:
      'A stream is a log of facts, a table what is known now, one row for each key; a table is a fold of a stream, and its changes are a stream again. The fold needs the order of the changes, so all changes of a key must lie in one partition. A stream processor has a task for each partition, each with a store of its own. Kept in memory, the store is gone after a restart while the committed position is not, and counts are silently wrong. Grouping by something else than the key goes through a repartition topic, because the records of one group lie in all partitions. Kafka Streams does this on the JVM; elsewhere the ideas are the same, and the code is yours.',
  },
});
