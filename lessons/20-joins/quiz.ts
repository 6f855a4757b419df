import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'one',
    ask: 'Orders join a table of prices. For a week all is well; then the program is given a new application id and reads both topics from the beginning. Some totals differ from those of the week. No record was lost. What has happened?',
    claim: 'arrival-decides-stream-table',
    options: [
      {
        says: 'A price that arrived after its order live was taken before it on the replay',
        right: true,
        because: 'Read again, both topics are there, and the smaller time stamp goes first.',
      },
      {
        says: 'On a replay the whole table is read first, so each order got the last price',
        because: 'Then all old orders would have the last price. That is what a GlobalKTable does, not a KTable.',
      },
      {
        says: 'Orders are read in another order within their partition',
        because: 'Within a partition the order never changes. It is between two topics that there is none.',
      },
    ],
  },
  {
    id: 'q2',
    kind: 'match',
    ask: 'Live, in this order: order A@5, price 3@1, order B@6, price 4@4, order C@7. Prices are a table. Match each order with its price.',
    claim: 'arrival-decides-stream-table',
    pairs: [
      ['order A', 'no price'],
      ['order B', '3'],
      ['order C', '4'],
    ],
    because:
      'Live the task answers when the order comes, by what it has. On a replay both prices, @1 and @4, go before A@5, and all three get 4.',
  },
  {
    id: 'q3',
    kind: 'several',
    ask: 'A topic of clicks and one of purchases are joined. Which of these come out the same whichever of the two topics arrives first?',
    claim: 'like-joins-agree',
    options: [
      {
        says: 'The set of pairs that are at most a minute apart, both being streams',
        right: true,
        because: 'Each side waits for the other, within the window.',
      },
      {
        says: 'The last row of each customer, both being tables',
        right: true,
        because: 'Whichever side changes last, the pair of the last two rows is said.',
      },
      {
        says: 'The order in which the pairs come out',
        because: 'A pair is said when its second half arrives, so their order follows the arrival.',
      },
      {
        says: 'Each purchase with the last click before it, the clicks being a table',
        because: 'It gets the last click that has arrived before it.',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'one',
    ask: 'Orders have six partitions and customers five; both are keyed by customer and sent by the same client. Can one task have all that it needs?',
    claim: 'both-sides-must-hash-alike',
    options: [
      {
        says: 'Yes: keys and client are the same',
        because: 'The last step of placing is a division by the number of partitions, and that differs.',
      },
      {
        says: 'No: the customers of an order partition lie in all five of the others',
        right: true,
        because: 'One of the two must be sent again. This case Kafka Streams refuses when it starts.',
      },
      {
        says: 'Yes, if the task reads two partitions of the smaller topic',
        because: 'What a hash leaves over after six says nothing about what it leaves over after five.',
      },
    ],
  },
  {
    id: 'q5',
    kind: 'one',
    ask: 'In a join of two topics two orders of three find no customer. Both have twelve partitions, nothing fails, and every customer is in its topic. What do you look at first?',
    claim: 'both-sides-must-hash-alike',
    options: [
      {
        says: 'Which clients wrote the two topics, and with which partitioner',
        right: true,
        because: 'Look up in which partition one such key lies on each side. If the numbers differ, that is it.',
      },
      {
        says: 'Whether the orders came before the customers',
        because: 'Possible, but then restarting from the beginning would heal it. This does not heal.',
      },
      {
        says: 'The size of the cache',
        because: 'It decides how many updates are sent on, and takes no row away.',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'number',
    ask: 'A table of 1,000 customers, each changed 20 times, in a topic that is not compacted. One order is joined again from the beginning. How many records are read?',
    claim: 'replay-is-not-free',
    answer: 20_001,
    tolerance: 0,
    unit: 'records',
    because: 'All changes of all customers, and the order: 20 times 1,000, and one.',
  },
  {
    id: 'q7',
    kind: 'one',
    ask: 'You must be able to work out invoices again, with the prices of then. The topic of prices has `cleanup.policy=compact`, to save space. What do you change?',
    claim: 'replay-is-not-free',
    options: [
      {
        says: 'Nothing: compaction keeps the last price of each product, and a replay starts with it',
        because: 'It keeps the last price of today. That of then is gone, and the one left is younger than the invoice.',
      },
      {
        says: 'The policy: delete, with a retention as long as invoices may be asked about',
        right: true,
        because: 'Then the prices of then are there. They must be read each time, and that is the price.',
      },
      {
        says: 'The application id, so that the state is built anew',
        because: 'It is built from what the topic still has.',
      },
    ],
  },
]);
