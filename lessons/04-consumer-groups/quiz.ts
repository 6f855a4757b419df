import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'number',
    ask: 'A topic has 12 partitions, and 5 members of one group read it. How many partitions does the busiest member own, when they are dealt as evenly as possible?',
    claim: 'one-owner-per-partition',
    answer: 3,
    tolerance: 0,
    unit: 'partitions',
    because:
      'Twelve among five is two each and two over: two members own three, three own two. A partition is never halved, so one member has half as much again as another. Counts with many divisors, such as 6, 12 or 24, divide better.',
  },
  {
    id: 'q2',
    kind: 'one',
    ask: 'Six partitions, six consumers, and the lag grows. All six are busy all the time. You start six more in the same group. What happens?',
    claim: 'one-owner-per-partition',
    options: [
      {
        says: 'The lag falls: twice as many consumers, twice the speed',
        because: 'Each partition has one owner, and all six have theirs already. There is nothing left to own.',
      },
      {
        says: 'Nothing changes for the better; the six new ones own nothing',
        right: true,
        because: 'They are spares. More speed needs more partitions as well, or more work done at once by each of the six.',
      },
      {
        says: 'The new ones are refused: the group is full',
        because: 'A group takes them in and gives them nothing. They look healthy: connected, with heartbeats, and without work.',
      },
      {
        says: 'The topic gets six more partitions',
        because: 'Nobody adds partitions but an admin. A group deals out those that there are.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'one',
    ask: 'Nothing runs but the six consumers that have the work, and an idle seventh. Is it good for anything?',
    claim: 'one-owner-per-partition',
    options: [
      {
        says: 'Yes: when one of the six leaves, its partition has an owner again at once',
        right: true,
        because:
          'The group deals again, and the spare is already started and connected. That is why some run one more than they need.',
      },
      {
        says: 'Yes: it takes records off whoever is furthest behind',
        because: 'Ownership goes by partition and not by load. While all six are there, it gets no record.',
      },
      {
        says: 'No, and there is no way to let it work without more partitions',
        because:
          'It is a spare. And another kind of group, the share group, lets several consumers work on one partition, without its order (KIP-932, lesson 34).',
        belief: 'W31',
      },
      {
        says: 'No: it makes the others slower, since they wait for its heartbeats',
        because: 'Heartbeats go to the broker that coordinates the group. Members do not talk to each other.',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'one',
    ask: 'A second service was copied from the first, group id included. The topic has one partition. Both run, nothing is logged as an error, the lag is 0. What do the two see?',
    claim: 'a-group-is-an-identity',
    options: [
      {
        says: 'Both see every record',
        because: 'They would under two group ids. Under one they are members of one group and share what there is: one partition.',
      },
      {
        says: 'Each sees half of the records',
        because: 'That takes two partitions. One partition has one owner.',
      },
      {
        says: 'One sees every record, the other none',
        right: true,
        because: 'One owns the only partition, the other is its spare. Which of the two it is can change with every deployment.',
      },
      {
        says: 'The second one is refused, for its client id differs',
        because: 'A client id is a name for logs and quotas. Membership goes by the group id alone.',
      },
    ],
  },
  {
    id: 'q5',
    kind: 'several',
    ask: 'Two programs shall both get every order. What must differ between them?',
    claim: 'a-group-is-an-identity',
    options: [
      {
        says: 'the group id',
        right: true,
        because: 'It is the identity of the reader: its position, its share, its lag.',
      },
      {
        says: 'the client id',
        because: 'It names a connection in logs and quotas. Two groups may use the same one, and one group may use many.',
      },
      {
        says: 'the machine',
        because: 'Brokers do not ask where a member runs. Two groups can run in one process, and the experiments here do that.',
      },
      {
        says: 'the topic',
        because: 'A log is not used up by being read. One topic serves any number of groups.',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'one',
    ask: 'The group reports has been down since Friday. The group billing reads the same topic. What does billing notice?',
    claim: 'groups-do-not-see-each-other',
    options: [
      {
        says: 'Its lag grows, as the brokers wait for the slowest group',
        because: 'Brokers wait for no group. The position of each is a number of its own.',
      },
      {
        says: 'Nothing',
        right: true,
        because:
          'The lag of reports grows, that of billing does not. What runs out is the time of reports: retention deletes the oldest records whether they were read or not.',
      },
      {
        says: 'It gets the records of reports as well',
        because: 'It always got all records. Only members of one group take over from each other.',
      },
      {
        says: 'The topic keeps everything until reports is back',
        because: 'Retention does not ask who has read what. A group that stays away for too long misses records.',
      },
    ],
  },
  {
    id: 'q7',
    kind: 'number',
    ask: 'kafka-consumer-groups --describe says CURRENT-OFFSET 40 and LOG-END-OFFSET 100 for orders/0, and 70 and 70 for orders/1. What is the lag of the group on orders?',
    claim: 'groups-do-not-see-each-other',
    answer: 60,
    tolerance: 0,
    unit: 'offsets',
    because:
      'Lag is counted by partition, the end of the log less the committed offset: 60 and 0. One partition holds all of it, so ask what its owner is doing before you add members.',
  },
  {
    id: 'q8',
    kind: 'one',
    ask: 'Two kafkajs services run under the group id shop. One subscribes to orders, the other to payments. Payments are not processed, and the log has a warning about "unsubscribed topics". What is the repair?',
    claim: 'kafkajs-deals-what-nobody-asked-for',
    options: [
      {
        says: 'More partitions for payments',
        because: 'None of them is dealt out at all, be they two or twenty.',
      },
      {
        says: 'A restart of the service that reads payments',
        because: 'Then, perhaps, the other one is not read: whose topics are dealt out depends on which member leads the group.',
      },
      {
        says: 'A group id for each service',
        right: true,
        because: 'In a group of its own a service leads, and deals, for itself. One group, one job, one list of topics.',
      },
      {
        says: 'fromBeginning: true for payments',
        because: 'That is where a reader starts without a position. Here there is no reader.',
      },
    ],
  },
  {
    id: 'q9',
    kind: 'match',
    ask: 'Four members in a group with the range strategy. Match the topics with how many members have work.',
    claim: 'range-starts-over-with-each-topic',
    pairs: [
      ['one topic with 3 partitions', '3 members'],
      ['five topics with 1 partition each', '1 member'],
      ['three topics with 2 partitions each', '2 members'],
      ['one topic with 8 partitions', '4 members'],
    ],
    because:
      'Range deals each topic for itself and begins with the same member each time. The topic with the most partitions decides how many members have work, however many topics there are.',
  },
  {
    id: 'q10',
    kind: 'number',
    ask: 'On the busiest day 900 orders a second are expected. One consumer packs 40 a second. How many partitions does the topic need at the very least to keep up?',
    claim: 'one-owner-per-partition',
    answer: 23,
    tolerance: 0,
    unit: 'partitions',
    because:
      '900 / 40 is 22.5, so 23 consumers, and each needs a partition of its own. With room for growth and for catching up after a pause one would take 36 or 48: growing later moves keys to other partitions (lesson 03).',
  },
]);
