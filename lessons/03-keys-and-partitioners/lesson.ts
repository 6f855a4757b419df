import { atLeast, atMost, between, lesson } from '@proving/spec';

export default lesson({
  title: 'Keys and partitioners',
  question: 'Who decides the partition?',
  part: 1,
  minutes: 40,
  after: ['02-topics-and-partitions'],
  cluster: { shape: 'standard' },
  claims: {
    'the-client-decides':
      "The client computes the partition of a keyed record before any broker sees it: kafkajs 2, like the Java client, takes murmur2 of the key's bytes, clears the sign bit and takes the remainder by the number of partitions.",
    'partitioners-disagree':
      'The same key goes to different partitions when two clients partition differently: against kafkajs, the default of @platformatic/kafka moves half of the keys, unless the number of partitions is a power of two; its compatibilityPartitioner moves none.',
    'growing-moves-keys':
      'Adding partitions sends most keys elsewhere, three in four when 3 become 4, and leaves the records already stored where they are; a kafkajs producer that was running before goes on by the old count until its metadata is renewed.',
    'one-hot-key-one-busy-consumer':
      'All records of one key go to one partition and so to one consumer of a group, however many stand idle; kafkajs deals records without a key to the partitions in turn, which is even, and splits what belongs together.',
    'kafkajs-drops-what-has-no-partition':
      'kafkajs 2.2.4 drops a record for a partition that does not exist, and its send resolves as if all were well.',
  },
  experiments: {
    '01-by-hand': {
      title: 'A thousand keys by hand',
      proves: 'the-client-decides',
      arms: { treatment: '& 0x7fffffff', control: '>>> 0' },
      ask: "kafkajs sends 1,000 keys to six partitions. We compute each partition ourselves, from the key's bytes alone. For how many keys does the log agree?",
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'about 167, what chance gives: the brokers place records by their load', when: { asComputed: atMost(400) } },
          { says: "most: a busy partition's leader passes some records on", when: { asComputed: between(401, 999) } },
          { says: 'all 1,000: nothing but the formula has a say', when: { asComputed: atLeast(1_000) } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '02-two-libraries': {
      title: 'Two libraries, one key',
      proves: 'partitioners-disagree',
      arms: {
        treatment: 'default, 6',
        compatible: 'compatibility, 6',
        'power-of-two': 'default, 8',
      },
      ask: 'With six partitions and each library\'s default: how many of the 1,000 customers have "placed" and "cancelled" in two different partitions?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'none: same key, same hash, same partition', when: { apart: atMost(100) }, belief: 'W6' },
          { says: 'about half of them', when: { apart: between(101, 666) } },
          { says: 'about five in six, as if the hashes had nothing in common', when: { apart: atLeast(667) } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '03-one-more-partition': {
      title: 'One more partition',
      proves: 'growing-moves-keys',
      arms: {
        treatment: '3 to 4',
        unchanged: 'still 3',
        untold: '3 to 4, old producer',
      },
      ask: 'The topic grows from 3 to 4 partitions, then a new producer sends the second orders. How many of the 1,000 customers stay, so that their second order lies where the first one does?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          {
            says: 'all: a known key keeps its partition, new keys fill the new one',
            when: { stayed: atLeast(900) },
            belief: 'W40',
          },
          {
            says: 'about 750: the new partition takes its fair share, a quarter',
            when: { stayed: between(500, 899) },
            belief: 'W40',
          },
          { says: 'about 250: a quarter stays', when: { stayed: atMost(499) } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '04-hot-key': {
      title: 'One hot key',
      proves: 'one-hot-key-one-busy-consumer',
      arms: { treatment: 'key = seller', spread: 'key = customer', keyless: 'no key' },
      ask: "The key is the seller, and nine orders in ten are the big seller's. Four packers, one partition each, 400 orders: how many does the busiest packer get?",
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: '100: a group shares its work evenly', when: { busiest: atMost(120) } },
          { says: 'about 200: when one partition falls behind, a second packer helps', when: { busiest: between(121, 359) } },
          { says: '360 or more, while the others wait', when: { busiest: atLeast(360) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '05-no-such-partition': {
      title: 'A partition that does not exist',
      proves: 'kafkajs-drops-what-has-no-partition',
      arms: { treatment: 'partition 6 of 6', control: 'partition 5 of 6' },
      ask: 'A topic has six partitions, 0 to 5. kafkajs is told to send ten orders to partition 6. What happens?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'send() throws, and nothing is stored', when: { acknowledged: 0, lost: 0 } },
          { says: 'the orders go to a partition that does exist', when: { acknowledged: atLeast(1), lost: 0 } },
          { says: 'send() resolves, and nothing is stored', when: { lost: atLeast(1) } },
        ],
      },
      needs: [],
      budget: '20s',
    },
  },
  refutes: ['W5', 'W6', 'W40'],
  card: {
    drawing: `in the client                                    on the broker

 key bytes ─▶ murmur2 ─▶ & 0x7fffffff ─▶ % count ─▶ partition
   "bob"    -2048144690    99338958       % 6          0

 other bytes, another last line, another count: another place
 no key: kafkajs in turn · Java one batch here, the next there`,
    remember: {
      'createPartitioner (kafkajs)': 'your own rule; the default agrees with Java, LegacyPartitioner is the rule of kafkajs 1',
      compatibilityPartitioner: 'the partitioner of @platformatic/kafka that agrees with Java and kafkajs 2',
      'metadataMaxAge · metadata.max.age.ms': 'how long a producer goes on by the old count; five minutes in kafkajs and Java',
      'kafka-get-offsets --topic orders': 'where each partition ends: the fastest look at an uneven topic',
    },
    interview:
      "The client decides: it hashes the key's bytes and takes the remainder by the partition count it knows; the broker appends where it is told. So the same key means the same partition only with the same bytes, the same partitioner and the same count. Adding partitions therefore moves keys and breaks per-key order, and clients in other languages may hash differently. A key with most of the traffic fills one partition, and more consumers do not help.",
  },
});
