import { lesson } from '@proving/spec';

export default lesson({
  title: 'The log',
  question: 'What is Kafka, if not a queue?',
  part: 1,
  minutes: 30,
  after: [],
  cluster: { shape: 'standard' },
  claims: {
    'reading-consumes-nothing':
      'Reading takes nothing out of the log: another consumer group gets every record again, the same group goes on where it stopped.',
    'a-new-group-starts-at-the-end':
      'A consumer group that has no position yet starts at the end of the log, unless its consumer asks for the beginning.',
    'offsets-are-positions':
      'An offset is the position of a record in its partition for as long as the record exists: when older ones are deleted, only the beginning of the log moves.',
    'null-is-not-empty':
      'A null value and an empty value are two different things in the log, and a careless reader makes one of them.',
  },
  experiments: {
    '01-read-it-twice': {
      title: 'Two readers, one log',
      proves: 'reading-consumes-nothing',
      arms: { treatment: 'then group billing', control: 'then group packing again' },
      ask: 'The group packing has read ten orders and left. An eleventh order is sent. Now the group billing, new here, reads until it has the eleventh. How many orders does billing get?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'One: the other ten have been delivered already', when: { second: 1 } },
          { says: 'Some of them: the two groups share the orders out', when: { second: { $between: [2, 10] } } },
          { says: 'Eleven: every order since the first', when: { second: 11 } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '02-the-newcomer': {
      title: 'A newcomer at the log',
      proves: 'a-new-group-starts-at-the-end',
      arms: { treatment: 'fromBeginning: false', control: 'fromBeginning: true' },
      ask: 'Ten orders stand in the log. A new group starts to read with the default, fromBeginning: false. Then an eleventh order is sent and arrives. How many orders has the group got by then?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Eleven: who has read nothing yet begins with the first record', when: { got: 11 } },
          { says: 'A few: the latest ones, which the broker still has in memory', when: { got: { $between: [2, 10] } } },
          { says: 'One: only what was sent after it arrived', when: { got: 1 } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '03-delete-the-oldest': {
      title: 'Ten records fewer',
      proves: 'offsets-are-positions',
      arms: { treatment: 'counts every place', control: 'counts what is left' },
      ask: 'Thirty orders were sent to an empty partition, order 1 first. The ten oldest are deleted. Then a reader asks for offset 14. Which order does it get?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Order 14: the number of the order is its offset', when: { found: 'order 14' } },
          { says: 'Order 15: it has been at offset 14 all along', when: { found: 'order 15' } },
          { says: 'Order 25: ten places were freed, the others moved up', when: { found: 'order 25' } },
          {
            says: 'Some other order: after a deletion an old offset means nothing',
            when: { found: { $matches: '^(?!order (14|15|25)$)' } },
          },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '04-null-or-empty': {
      title: 'Nothing, in two ways',
      proves: 'null-is-not-empty',
      arms: { treatment: 'careful reader', control: "value?.toString() ?? ''" },
      ask: 'Three records with one key are sent: the value "ring twice", an empty value, and no value at all (null). What does a careful reader see?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Two records: one without a value is refused', when: { stored: { $atMost: 2 } } },
          { says: 'Three records, and the last two look alike', when: { stored: 3, different: { $atMost: 2 } } },
          { says: 'Three records with three different values', when: { stored: 3, different: 3 } },
        ],
      },
      needs: [],
      budget: '20s',
    },
  },
  refutes: [],
  card: {
    drawing: [
      ' topic orders, partition 0',
      '',
      '  deleted        kept                        the next one',
      '  .  .  .  .  .  ▌  ▌  ▌  ▌  ▌  ▌  ▌  ▌  ▌  ▌',
      '  0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15',
      '                 ^        ^                    ^',
      '                 begin    packing              end',
      '                 5        reads 8 next         15',
    ].join('\n'),
    remember: {
      'subscribe({ fromBeginning: true })': 'start a group that has no position yet at the beginning, not at the end',
      'consumer.seek({ topic, partition, offset })': 'read from that place; in kafkajs after run',
      'admin.fetchTopicOffsets(topic)': 'where each partition begins (low) and ends (high)',
      'pnpm cluster cli kafka-topics --describe': "Kafka's own tool, on the cluster of this course",
    },
    interview:
      'A Kafka topic is a set of append-only logs, its partitions. A record gets an offset, its position in one partition, and keeps it for as long as it exists. Reading takes nothing out: every consumer group has a position of its own, and records leave by retention, not by being read. A new group starts at the end unless it asks for the beginning.',
  },
});
