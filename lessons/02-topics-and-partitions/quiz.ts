import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'one',
    ask: 'A producer sends "order placed", waits for the answer, then sends "order cancelled". The first went to partition 2 of orders, the second to partition 0. One reader reads the whole topic. Which of the two does it get first?',
    claim: 'order-is-per-partition',
    options: [
      {
        says: '"placed": it was stored first, and the producer waited',
        because:
          'It was stored first, and nothing in the log says so. The producer waited; the reader knows two partitions, each with its own row.',
      },
      {
        says: '"cancelled": partition 0 is read before partition 2',
        because: 'A reader may begin with any partition. Which answer comes first is up to the network and the brokers.',
      },
      {
        says: 'Either: nothing orders records of two partitions',
        right: true,
        because: 'Order holds along one partition. If these two must stay in order, they need the same one.',
      },
      {
        says: 'The one with the smaller offset',
        because:
          'Each partition counts its own offsets, so an offset 7 here and an offset 3 there say nothing about before and after.',
      },
    ],
  },
  {
    id: 'q2',
    kind: 'several',
    ask: 'One producer awaits each send; the topic has three partitions and keeps them. For which of these does Kafka keep the order of sending?',
    claim: 'one-key-one-partition',
    options: [
      {
        says: 'two records that name partition 1',
        right: true,
        because: 'One partition, one row: whatever is appended later stands later.',
      },
      {
        says: 'two records with the key ada',
        right: true,
        because: 'The same key goes to the same partition while the count stays, and within it the order is kept.',
      },
      {
        says: 'a record with the key ada and one with the key bob',
        because: 'They may share a partition or not. What is true by chance is no promise.',
      },
      {
        says: 'two records without a key',
        because: 'kafkajs deals them out in turn, so two in a row fall on two partitions.',
      },
      {
        says: 'two records sent an hour apart, with different keys',
        because: 'Time between sends orders nothing: a reader that starts tomorrow finds both stored.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'one',
    ask: 'On orders, which has three partitions, the key ada goes to partition 2. The same program sends a payment with the key ada to payments. To which partition does it go?',
    claim: 'one-key-one-partition',
    options: [
      {
        says: 'To partition 2: the key decides',
        because: 'It decides together with the number of partitions. On a topic with one partition, there is no partition 2.',
        belief: 'W6',
      },
      {
        says: 'That depends on how many partitions payments has',
        right: true,
        because: 'The key is turned into one of the partitions there are. With another number of them, it may be another one.',
      },
      {
        says: 'To the emptiest partition, since ada is new there',
        because: 'Nobody remembers keys, and nobody looks at how full a partition is for a record with a key.',
      },
      {
        says: 'To any partition: each send chooses afresh',
        because: 'Each send does work it out afresh, from the same key and the same count, and comes to the same answer.',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'number',
    ask: 'The first send brought the topic shipments about, on three brokers with default settings. Now eight readers share it under one group. How many of the eight get records?',
    claim: 'auto-created-means-one-partition',
    answer: 1,
    tolerance: 0,
    unit: '',
    because:
      'The topic has one partition, the default of num.partitions, and a partition has one reader of a group at a time. The number of brokers plays no part, and neither do the keys.',
  },
  {
    id: 'q5',
    kind: 'one',
    ask: 'The checkout service logs a success for every order. The packers, who read orders, have got nothing since its last release, and their lag is 0. Where do you look first?',
    claim: 'typos-create-topics',
    options: [
      {
        says: 'At the list of topics, for a name that nobody knows',
        right: true,
        because:
          'A misspelt name is a success where topics may be created automatically. The orders stand in a topic of that name.',
      },
      {
        says: 'At the log of the packers, for an error while reading',
        because: 'A lag of 0 says that they have read all there is. What is missing never came to this topic.',
      },
      {
        says: "At the brokers' disks: the orders may have been dropped",
        because:
          'Acknowledged records can be lost when a broker dies at a bad moment (lesson 07). That takes the latest few, not every one since a release.',
      },
      {
        says: 'At the number of partitions: it may have been reduced',
        because: 'It cannot be: Kafka refuses to take partitions away.',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'match',
    ask: 'Match each setting with what it does.',
    claim: 'auto-created-means-one-partition',
    pairs: [
      ['numPartitions: 6, in createTopics', 'this one topic is made with six partitions'],
      ['num.partitions=6, on the brokers', 'a topic made by a first send has six partitions'],
      ['auto.create.topics.enable=false, on the brokers', 'no send of any client makes a topic'],
      ['allowAutoTopicCreation: false, in a kafkajs producer', 'the sends of this one client make no topic'],
    ],
    because:
      'Two of them say how many partitions, for one topic or for all that nobody asked about. Two of them say who may bring a topic about by sending, one for all clients and one for itself.',
  },
  {
    id: 'q7',
    kind: 'order',
    ask: "The topic orders has sixty partitions and should have six. Every customer's orders must stay in order. Put the steps in order.",
    claim: 'partitions-only-grow',
    items: [
      'make a second topic, with six partitions',
      'let the producers send to the second topic instead',
      'let the consumers read the first topic to its end',
      'let the consumers read the second topic',
      'delete the first topic',
    ],
    because:
      "Partitions cannot be taken away, so a smaller topic is a new topic. A customer's older orders stand in the first one and must be read before the newer ones in the second.",
  },
  {
    id: 'q8',
    kind: 'text',
    ask: 'Which error does a broker answer when it is asked to leave a topic of three partitions with two?',
    claim: 'partitions-only-grow',
    accept: ['INVALID_PARTITIONS', 'InvalidPartitions', 'InvalidPartitionsException'],
    because: 'INVALID_PARTITIONS, number 37 of the protocol. It comes at once, and the topic is as it was before.',
  },
  {
    id: 'q9',
    kind: 'one',
    ask: 'You delete the topic orders, which had six partitions, to begin anew, and make it again with six. The order service ran all the while. Your command says that the topic exists already, and it has one partition. What happened?',
    claim: 'auto-created-means-one-partition',
    options: [
      {
        says: 'A deletion needs time, and one partition was left over.',
        because: 'A topic is deleted whole. What takes time is the files; the name is free before that.',
      },
      {
        says: 'The order service sent the next order before you made the topic, and its send made it.',
        right: true,
        because:
          'A send to a name that is not there makes a topic with the default number of partitions, one here. Stop the senders first, or have them send with allowAutoTopicCreation: false.',
      },
      {
        says: 'A topic can only be made again with fewer partitions.',
        because: 'A new topic has whatever number it is made with. Only a topic that is there cannot get fewer.',
      },
    ],
  },
]);
