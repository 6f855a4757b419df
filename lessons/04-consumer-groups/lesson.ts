import { atLeast, between, lesson } from '@proving/spec';

export default lesson({
  title: 'Consumer groups',
  question: 'How do readers share the work?',
  part: 1,
  minutes: 40,
  after: ['03-keys-and-partitioners'],
  cluster: { shape: 'standard' },
  claims: {
    'one-owner-per-partition':
      'In a group that has settled, each partition has exactly one owner, so at most as many members have work as there are partitions; a member beyond that owns nothing until another one leaves.',
    'a-group-is-an-identity':
      'The group id alone says who shares: two programs that read under one group id get a part of the records each, without an error and without lag; under ids of their own each gets all of them.',
    'groups-do-not-see-each-other':
      'A member that stands still holds up the partitions it owns and nothing else: the lag of its own group grows, and another group reads everything.',
    'kafkajs-deals-what-nobody-asked-for':
      'In a group whose kafkajs members subscribe to different topics, its leader deals out its own topics to all members and no others: partitions go to members that throw them away, and whole topics are not read.',
    'range-starts-over-with-each-topic':
      'The range strategy deals out each topic for itself and begins with the same member, so three topics of one partition each keep one of three members busy; the uniform strategy deals out all partitions together.',
  },
  experiments: {
    '01-one-packer-more': {
      title: 'One packer more',
      proves: 'one-owner-per-partition',
      arms: { treatment: '4 packers', control: '3 packers' },
      ask: 'Thirty orders lie evenly in three partitions, and four packers of one group read them. How many orders does the packer get that gets the fewest?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Seven or eight: four packers, four equal shares', when: { fewest: between(6, 9) } },
          { says: 'Between one and five: the fourth helps where a queue is long', when: { fewest: between(1, 5) } },
          { says: 'None', when: { fewest: 0 } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '02-the-same-name': {
      title: 'The same name',
      proves: 'a-group-is-an-identity',
      arms: { treatment: 'billing as packing', control: 'billing as billing' },
      ask: 'The packers read the orders as the group packing. Billing is a new program, copied from the packers, and nobody changed the group id. Twenty orders come. How many does billing get?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Twenty: it is another program', when: { billed: 20 } },
          { says: 'Ten, and packing gets the other ten', when: { billed: between(1, 19) } },
          { says: 'None: the group id is taken, and billing is refused', when: { billed: 0 } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '03-the-auditor-stops': {
      title: 'The auditor stops',
      proves: 'groups-do-not-see-each-other',
      arms: { treatment: 'a group of its own', control: 'in the group packing' },
      ask: 'A packer and an auditor read the orders, each in a group of its own. The auditor pauses. Twenty more orders come. How many of these does the packer get?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'All twenty', when: { packed: atLeast(20) } },
          { says: 'Some: the brokers keep back what the auditor has not read', when: { packed: between(1, 19) } },
          { says: 'None: everybody waits for the slowest reader', when: { packed: 0 } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '04-two-topics-one-group': {
      title: 'Two topics, one group',
      proves: 'kafkajs-deals-what-nobody-asked-for',
      arms: { treatment: 'one group', control: 'a group each' },
      ask: 'Packing reads orders, then billing joins and reads payments. Both use kafkajs, and both use the group id shop. Each topic has two partitions and gets twenty records. How many records are read, of forty?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Forty: the topics differ, so there is nothing to share', when: { ordersRead: 20, paymentsRead: 20 } },
          { says: 'Twenty: half of each topic', when: { ordersRead: 10, paymentsRead: 10 } },
          { says: 'Ten: half of the orders, and no payment', when: { ordersRead: 10, paymentsRead: 0 } },
          { says: 'None: the second one is refused', when: { ordersRead: 0, paymentsRead: 0 } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '05-three-small-topics': {
      title: 'Three small topics',
      proves: 'range-starts-over-with-each-topic',
      arms: { treatment: 'range', control: 'uniform' },
      ask: 'Three clerks of one group read three topics with one partition each, and the strategy is range. How many of the three stand idle?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'None: three partitions, three clerks', when: { idle: 0 } },
          { says: 'One', when: { idle: 1 } },
          { says: 'Two', when: { idle: atLeast(2) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
  },
  refutes: ['W31'],
  card: {
    drawing: [
      ' topic orders           group packing        group billing',
      '',
      '   orders/0      ──▶      packer 1             biller',
      '   orders/1      ──▶      packer 2             biller',
      '   orders/2      ──▶      packer 3             biller',
      '                          packer 4: a spare',
      '',
      ' one owner per partition in each group · groups share nothing',
      ' lag = end of the partition − committed offset of the group',
    ].join('\n'),
    remember: {
      'kafka-consumer-groups --describe --group packing':
        'for each partition its owner, its committed offset, its end and its lag; --members and --state for the other side',
      groupId: 'who shares it shares the partitions; one group, one job, one list of topics',
      'admin.createPartitions': 'more partitions, never fewer; grow first, then start the consumers, and keys move',
      'partition.assignment.strategy · group.remote.assignor':
        'Java deals by range, the broker (KIP-848) by uniform, kafkajs round robin',
    },
    interview:
      "A consumer group is the set of readers that do one job: each partition is owned by one member at a time, so at most as many members have work as there are partitions, and more stand idle, as spares. Another group gets everything for itself, with positions and lag of its own. For the number of partitions I divide the peak rate by what one consumer manages, measured, then add room for growth and for catching up, and take a count that divides well; each partition costs files, a leader and batch size, so thousands need a reason. Growing later is one command and can't be undone: keys move, so order per key breaks unless producers pause and consumers drain first, and running groups find the new partitions only when their metadata is renewed. Where partitions are not enough, I work on many records at once inside a consumer, or use a share group, which gives up the order.",
  },
});
