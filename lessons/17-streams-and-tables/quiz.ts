import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'number',
    ask: 'A topic with one partition holds, in this order, the stock of articles: pen 5, ink 2, pen 4, cup 9, ink null, pen 7, ink 1, cup null. You fold it into a table. How many rows has it?',
    claim: 'a-table-is-a-fold-of-a-stream',
    answer: 2,
    tolerance: 0,
    unit: 'rows',
    because:
      'Pen 7 and ink 1. Ink was taken away and came back with a later record, which counts; the last word on cup is a tombstone.',
  },
  {
    id: 'q2',
    kind: 'one',
    ask: 'The topic balances has the records "ada 50" and then "ada 20", with her name as the key. What does Ada have?',
    claim: 'a-table-is-a-fold-of-a-stream',
    options: [
      {
        says: '20',
        because:
          'If each record is the new balance, that is, a change of a table. Kafka stores the same bytes for a payment of 50 and one of 20.',
      },
      {
        says: '70',
        because: 'If each record is a payment, that is, a fact of its own. The records do not say so, and Kafka does not know.',
      },
      {
        says: 'It depends on what a record of this topic means, and the log does not say it.',
        right: true,
        because:
          'Folded by "the last one counts" it is 20, folded by adding up it is 70. Which fold is right is a matter of the contract about the topic, so write it down there.',
      },
      {
        says: '50: the first record has the key already, and Kafka refuses a second one',
        because: 'A log is no table with a unique key. Both records are stored, and both are delivered.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'one',
    ask: 'A producer sends the profiles of users without a key, "because the id is in the value". Two services build a table by that id. Now and then they disagree about a user, and restarting one of them changes what it knows. Why?',
    claim: 'a-table-is-a-fold-of-a-stream',
    options: [
      {
        says: 'One of them reads aborted records.',
        because: 'Possible where there are transactions. It would not change with a restart.',
      },
      {
        says: 'The versions of a user lie in several partitions, and each service meets them in another order.',
        right: true,
        because:
          'A fold takes the last one for the newest. Only in one partition does "last" mean the same to every reader, each time.',
      },
      {
        says: 'Compaction has removed versions that one of them had not read yet.',
        because:
          'Compaction goes by keys, and a compacted topic refuses records without one. The trouble is there before any cleaner comes.',
      },
      {
        says: 'Kafka delivers a topic in the order of time stamps, and these are equal.',
        because: 'It delivers each partition in the order of offsets, and between partitions there is no order at all.',
        belief: 'W2',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'one',
    ask: 'A counter keeps its counts in a Map and commits its position after each batch. It is never killed: it is stopped cleanly for a new version each Friday. What do its counts say on Saturday?',
    claim: 'memory-is-not-state',
    options: [
      {
        says: 'Everything since the topic begins',
        because: 'It goes on at its committed position and reads nothing of what came before.',
      },
      {
        says: 'Everything since Friday',
        right: true,
        because:
          'The position survived in Kafka, and the Map did not survive. A clean stop changes nothing about that; nobody sees an error.',
      },
      {
        says: 'Everything, if the session did not time out in between',
        because: 'The group remembers positions and members, never what a member had in memory.',
      },
      {
        says: 'Everything that retention has not deleted',
        because: 'That would be so if it began at the beginning each time. It begins where it had stopped.',
      },
    ],
  },
  {
    id: 'q5',
    kind: 'several',
    ask: 'Instead, the counter reads its topic from the beginning at each start, and writes each new count to the topic counts. Which of these are true?',
    claim: 'memory-is-not-state',
    options: [
      {
        says: 'The last count of each key in counts is right once it has caught up.',
        right: true,
        because: 'It folds everything that there is, as on the first day.',
      },
      {
        says: 'While it catches up, the last count of a key in counts can be lower than it was before.',
        right: true,
        because: 'It begins with 1 again. Who reads counts as a table sees the past go by.',
      },
      {
        says: 'It works for as long as the orders are kept.',
        right: true,
        because:
          'What retention has deleted is in no fold any more; after a month of seven days’ retention the counts are those of a week.',
      },
      {
        says: 'It takes the same time at each start.',
        because: 'It reads the whole log, and a log grows.',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'one',
    ask: 'Page views are keyed by user and lie in twelve partitions. Twelve instances count them by page, each in its memory, and write to the topic views, keyed by page. A dashboard shows the last value for each page. What does it show for the home page?',
    claim: 'group-by-moves-data',
    options: [
      {
        says: 'All its views: they have the same key in views, so Kafka adds them up.',
        because: 'Kafka adds nothing up. Twelve records with one key are twelve records, of which the last is shown.',
      },
      {
        says: 'The views that one of the instances has seen, now this one and now that one.',
        right: true,
        because:
          'Each task counts the users of its partition. The twelve counts overwrite each other, and the number on the screen jumps.',
      },
      {
        says: 'All its views, a little late.',
        because: 'No one has the whole number, at no time. Waiting does not help.',
      },
      {
        says: 'Nothing: a processor may not write another key than it has read.',
        because: 'It may write what it likes. That is why nobody stops this program.',
      },
    ],
  },
  {
    id: 'q7',
    kind: 'several',
    ask: 'A million orders, keyed by customer, are to be counted. For which of these must the records go through a repartition topic?',
    claim: 'group-by-moves-data',
    options: [
      {
        says: 'Orders per customer',
        because: 'All orders of a customer are in one partition, so one task meets them all. Nothing moves.',
      },
      {
        says: 'Orders per country',
        right: true,
        because: 'Customers of one country lie in all partitions. A million records are written and read once more.',
      },
      {
        says: 'Orders per customer and day',
        because:
          'The day divides what one task has anyway. Records of one customer still lie together, so the count can be made where they are.',
      },
      {
        says: 'Orders per article',
        right: true,
        because: 'An article is bought by customers of all partitions.',
      },
    ],
  },
]);
