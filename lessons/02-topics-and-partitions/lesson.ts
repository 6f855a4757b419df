import { atLeast, atMost, between, lesson } from '@proving/spec';

export default lesson({
  title: 'Topics and partitions',
  question: 'Where does a record go, and what order do I get?',
  part: 1,
  minutes: 35,
  after: ['01-the-log'],
  cluster: { shape: 'standard' },
  claims: {
    'order-is-per-partition':
      'Kafka keeps the order of sending within a partition and nowhere else: records sent one after the other come back in that order from one partition, and in another when a reader takes three partitions one by one.',
    'one-key-one-partition':
      'As long as a topic keeps its number of partitions, records that one client sends with the same key go to the same partition and stay in order; without a key kafkajs deals them out, and what belongs together is split.',
    'auto-created-means-one-partition':
      "A topic that the first send brings about gets the brokers' default number of partitions, which is one unless somebody set num.partitions: every record goes to partition 0, whatever its key.",
    'typos-create-topics':
      'Where topics may be created automatically, a send to a misspelt name succeeds and leaves a topic of that name; with allowAutoTopicCreation: false kafkajs reports an error and no topic is made.',
    'partitions-only-grow':
      'A topic can be given more partitions but never fewer: a request for fewer is refused with INVALID_PARTITIONS, and nothing changes.',
  },
  experiments: {
    '01-read-it-back': {
      title: 'Twelve orders, read back',
      proves: 'order-is-per-partition',
      arms: { treatment: '3 partitions', control: '1 partition' },
      ask: 'Orders 1 to 12 were dealt to three partitions, each sent when the one before was stored. One reader reads the whole topic. How often does it get a smaller order number right after a greater one?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Never: a single reader of one topic gets 1 to 12 as they were sent', when: { stepsBack: 0 } },
          { says: 'Once or twice: it reads one partition, then the next', when: { stepsBack: between(1, 2) } },
          { says: 'Three times or more: the orders come well mixed', when: { stepsBack: atLeast(3) } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '02-with-a-key': {
      title: 'With a key, without one',
      proves: 'one-key-one-partition',
      arms: { treatment: 'key = customer', control: 'no key' },
      ask: 'Four customers place three orders each, and the customer is the key. The topic has three partitions. How many of the four have their orders in more than one partition?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'None: each customer has one partition', when: { split: 0 } },
          { says: 'One: four customers do not fit on three partitions', when: { split: 1 } },
          { says: 'Most: the load is spread evenly, and a key is for reading', when: { split: atLeast(2) } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '03-who-made-it': {
      title: 'Who made the topic?',
      proves: 'auto-created-means-one-partition',
      arms: { treatment: 'first send', control: 'createTopics' },
      ask: 'Nobody has made the topic. Ten orders are sent to it, under ten different keys, on a cluster of three brokers. Into how many partitions do they go?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Into none: a topic must be made before it is sent to', when: { used: 0 } },
          { says: 'Into one', when: { used: 1 } },
          { says: 'Into two or three: different keys, different partitions', when: { used: between(2, 3) } },
          { says: 'Into ten, one for each key', when: { used: atLeast(4) } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '04-one-letter-less': {
      title: 'One letter less',
      proves: 'typos-create-topics',
      arms: { treatment: 'creation allowed', control: 'creation forbidden' },
      ask: 'The topic is called orders. With allowAutoTopicCreation: true, the default of kafkajs, a program sends to order. What does it get?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'An error, and no topic called order exists afterwards', when: { said: 'an error', misspeltExists: false } },
          { says: 'An error, and the topic exists from now on', when: { said: 'an error', misspeltExists: true } },
          { says: 'Success, and there is a topic called order', when: { said: 'ok', misspeltExists: true } },
          { says: 'Success, and the record is gone', when: { said: 'ok', misspeltExists: false } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '05-fewer-please': {
      title: 'Fewer, please',
      proves: 'partitions-only-grow',
      arms: { treatment: '3 to 2', control: '3 to 4' },
      ask: 'A topic has three partitions with one order in each. Its admin asks for two. What happens?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'It is refused, and there are three partitions as before', when: { partitions: atLeast(3), stored: 3 } },
          { says: 'Two partitions are left; the third order moves into one of them', when: { partitions: atMost(2), stored: 3 } },
          { says: 'The third partition is deleted, with the order in it', when: { stored: atMost(2) } },
        ],
      },
      needs: [],
      budget: '20s',
    },
  },
  refutes: ['W6'],
  card: {
    drawing: [
      ' topic orders                      order only along a row',
      '',
      '   partition 0   ▌ 3  ▌ 6  ▌ 9  ▌ 12   →  leader: broker 2',
      '   partition 1   ▌ 1  ▌ 4  ▌ 7  ▌ 10   →  leader: broker 3',
      '   partition 2   ▌ 2  ▌ 5  ▌ 8  ▌ 11   →  leader: broker 1',
      '',
      ' same key: same row · no key: any row · made by a send: 1 row',
    ].join('\n'),
    remember: {
      'admin.createTopics({ topics: [{ topic, numPartitions }] })': 'make a topic on purpose, before the first send',
      'kafkajs producer: allowAutoTopicCreation: false': 'a misspelt name becomes an error instead of a topic',
      'broker: auto.create.topics.enable=false': 'the same for every client; the default is true',
      'kafka-topics --describe --topic orders': 'how many partitions there are, and who leads them',
    },
    interview:
      'A topic is a set of partitions, and each partition is a log of its own: order is kept within a partition and not across them. Records with the same key go to the same partition, so they stay in order while everything else runs in parallel. The partition count is the limit of that parallelism, it can only grow, and growing moves keys, so it is chosen on purpose when the topic is made. A topic created by the first send has the broker default, one.',
  },
});
