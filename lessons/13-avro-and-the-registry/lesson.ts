import { atLeast, atMost, between, lesson } from '@proving/spec';

export default lesson({
  title: 'What the bytes mean',
  question: 'Who tells a consumer what the bytes mean?',
  part: 3,
  minutes: 45,
  after: ['01-the-log', '08-batching-and-compression'],
  cluster: { shape: 'standard', services: ['registry'] },

  claims: {
    'the-schema-does-not-travel':
      'A value that a registry client has written in Avro begins with a zero byte and four bytes of schema id; behind them stand the values in the order of the schema, without a name, so another schema may read them without an error, and wrongly.',
    'names-cost-bytes':
      'JSON carries the names of all fields in each record, Avro and Protobuf leave them in the schema, and a hundred orders take half of the disk. Compression finds the names as well: a compressed batch of JSON is smaller than Avro without compression, and the two compressed differ by less than a fifth.',
    'brokers-check-nothing':
      'To a broker of Apache Kafka a value is bytes: it stores what fits no schema like everything else. The check is done by the serializer in the producer, if the producer has one.',
    'warm-clients-outlive-the-registry':
      'A client that has met a schema goes on encoding and decoding with it when the registry is down; one that is started now can do neither, and one that asks for the latest id before each record stops writing.',
    'a-validator-can-pass-for-the-wrong-reason':
      'A check that takes any error for a refusal passes without a schema as well as with one; only an order that must be let through tells the two apart.',
  },

  experiments: {
    '01-by-hand': {
      title: 'Five bytes by hand',
      proves: 'the-schema-does-not-travel',
      arms: { treatment: 'its schema', control: 'fields rearranged' },
      ask: 'Mia has ordered three pens. We read her record with a schema in which `article` stands before `customer`; names and types are the same. What do we get?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'mia, pen, 3: fields are found by their names', when: { customer: 'mia', article: 'pen' } },
          { says: 'A customer "pen" who has ordered three "mia"', when: { customer: 'pen', article: 'mia' } },
          { says: 'An error: the schema does not fit the bytes', when: { customer: '' } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '02-side-by-side': {
      title: 'A hundred orders, five times',
      proves: 'names-cost-bytes',
      arms: { treatment: 'Avro', protobuf: 'Protobuf', json: 'JSON', packedJson: 'JSON, gzip', packedAvro: 'Avro, gzip' },
      ask: 'A hundred orders in Avro take 2.9 kB on the disk. How much do they take in JSON, not compressed?',
      predict: {
        kind: 'choice',
        about: 'json',
        options: [
          { says: 'About 3 kB', when: { file: atMost(3_600) } },
          { says: 'About 6 kB', when: { file: between(3_601, 9_000) } },
          { says: 'About 20 kB', when: { file: atLeast(9_001) } },
        ],
      },
      needs: ['files'],
      budget: '20s',
    },
    '03-at-the-door': {
      title: 'Who stands at the door',
      proves: 'brokers-check-nothing',
      arms: { treatment: 'writes what it likes', control: 'with the serializer' },
      ask: 'The topic has a schema in the registry. A producer without the serializer sends three records that do not fit it. How many of the three do the brokers refuse?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'All three: they fit no schema', when: { acknowledged: 2 }, belief: 'W43' },
          { says: 'The one whose schema id is unknown', when: { acknowledged: 4 }, belief: 'W43' },
          { says: 'None', when: { acknowledged: 5 } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '04-without-the-registry': {
      title: 'The registry is gone',
      proves: 'warm-clients-outlive-the-registry',
      arms: { treatment: 'warm', cold: 'started now', asking: 'asks each time' },
      ask: 'Five orders are in the log. The registry is killed, and a program that has been running goes on: it places five more and reads all ten. What works?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Nothing: each record needs its schema', when: { stored: 5, read: 0 } },
          { says: 'Reading, but not writing', when: { stored: 5, read: between(1, 10) } },
          { says: 'Both', when: { stored: 10, read: 10 } },
        ],
      },
      needs: ['kill'],
      budget: '20s',
    },
    '05-all-refused': {
      title: 'A test that passes',
      proves: 'a-validator-can-pass-for-the-wrong-reason',
      arms: { treatment: 'never registered', control: 'registered' },
      ask: 'A gate lets only orders into the topic that fit the schema. Its test hands in five wrong ones and wants five refusals. By mistake nobody has registered the schema. How many of the five are refused?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'None: there is no schema that they could break', when: { wrongRefused: 0 } },
          { says: 'Five, and the test passes', when: { wrongRefused: 5 } },
        ],
      },
      needs: [],
      budget: '20s',
    },
  },

  refutes: ['W42', 'W43'],

  card: {
    drawing: `
 00 0000003c 06 6d6961 06 70656e 06
 ── ──────── ───────────────────────
 │  id 60    │ values in the schema's order, no names
 │  └──► registry: { Order: customer, article, pieces }
 magic byte  asked once per id, then kept`,
    remember: {
      'orders-value': "the subject of a topic's values: where its schemas are listed, version after version",
      'GET /schemas/ids/60': 'what a consumer asks, once',
      'GET /subjects/orders-value/versions/latest': 'what you ask by hand',
      'value === null': 'look before you decode: a tombstone has no bytes at all',
    },
    interview:
      'A schema registry is an HTTP service beside Kafka. The serializer in the producer registers or looks up the schema, and puts a zero byte and the four-byte id in front of the Avro bytes; the consumer reads the id, fetches the schema once and keeps it. Brokers know nothing of it: who writes without the serializer writes what he likes, so consumers must expect bytes that they cannot read. If the registry is down, running programs go on, and new ones cannot start.',
  },
});
