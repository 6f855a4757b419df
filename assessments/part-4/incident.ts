import { atMost, incident } from '@proving/lab';
import { look } from './look.ts';
import { plant } from './plant.ts';

// Three programs read one stream, and each has lost something without an error: a state whose changelog deletes by age, a join whose
// sides have unequal numbers of partitions, and a window that waits for nobody.
export default incident({
  title: 'Loyal customers have lost points, gold ones get no gift, and the report counts fewer orders than were paid',
  story: `
Three programs read the topic \`{orders}\`, which has the customer as its key and keeps every order.

*points* gives each customer one point for each order. It counts in the group \`{counting}\`, and each new number of points is also a record of
its changelog, \`{points}\`, with the time stamp of the order. When it starts it folds the changelog, then goes on at its commits. It was
restarted this morning.

*gifts* looks up for each order whether its customer is gold, in the table \`{customers}\`. Its task 0 has partition 0 of both topics, its
task 1 has partition 1, and so on. Before its first order it has read all of its part of the table. Somebody made \`{customers}\` anew last
week. What is in it is right: of each customer the last row, and none of one who has left.

*report* counts the orders of each hour, by their time stamps. It begins anew at each start, with the first order. \`grace.minutes\` says
for how long after its end an hour is still counted in, as a number, in stream time, which each partition has for itself.

All take their settings from \`{programs}\` when they start: the last record of each key counts. They are stopped, until you say that all is
well. Repair it so that, when they are started again, each customer ends with one point for each order, each order finds its customer's row, and
each order is counted in its hour; the report of an hour may wait 90 minutes, and no longer. What is known of a customer stays, for years, and
what is outdated need not. You need not count anything into the report yourself. A topic or a group that you make should end like
the names here.`,
  topics: ['orders', 'points', 'customers', 'programs'],
  groups: ['counting'],
  plant,
  look,
  conditions: [
    {
      id: 'points-right',
      title: 'when all orders are worked off, each customer has one point for each',
      expect: { customersWithWrongPoints: 0 },
    },
    {
      id: 'kept',
      title: 'the last of each customer stays, of points and of rows, and what is outdated may go',
      expect: { pointsAreCompacted: true, rowsAreCompacted: true },
    },
    {
      id: 'rows-met',
      title: "each order finds its customer's last row, and none of a customer who has left",
      expect: { customersWithoutTheirRow: 0 },
    },
    { id: 'late-counted', title: 'each order is counted in its hour', expect: { ordersInNoHour: 0 } },
    {
      id: 'in-time',
      title: 'the report of an hour waits for 90 minutes at most',
      expect: { reportWaitsForMinutes: atMost(90) },
    },
  ],
  clues: [
    'Three programs, three places where something is kept or waited for. Where does the log of `{points}` begin? Which task has the orders of a customer, and which one the row? And how far had a partition come when a late order came?',
    'A changelog that deletes by age forgets whoever has not ordered lately, and a program that is started then begins at nothing (18.2). Two topics meet by the numbers of their partitions, so a key must have the same number in both (20.4). And a window is over when stream time has passed its end and the grace; what comes then is dropped without an error (19.5).',
    `What the topics are like, and how far \`points\` has read:

    pnpm cluster cli kafka-topics --describe --topic {points}
    pnpm cluster cli kafka-topics --describe --topic {customers}
    pnpm cluster cli kafka-consumer-groups --describe --group {counting}

The policy first, or new counts go as the old ones did. Position and state belong together (18.3): which orders must the counts hold that you
write, and which will the program count by itself? More partitions for \`{customers}\` move no row (03.4): the rows have to be written once more, in
their order, and with them the nulls of those who left. How late the late ones are is in the log:

    pnpm cluster cli kafka-console-consumer --topic {orders} --from-beginning --timeout-ms 10000 --formatter-property print.timestamp=true --formatter-property print.partition=true --formatter-property print.key=true`,
    `The changelog keeps the last of each key from now on:

    pnpm cluster cli kafka-configs --alter --topic {points} --add-config cleanup.policy=compact

Then, in your file (\`pnpm assess 4 repair\`): count the orders of each customer that lie before the commit of \`{counting}\` in their partition, and
write these counts to \`{points}\`. Those behind the commit the program counts itself. Make a topic with four partitions and
\`cleanup.policy=compact\`, send every record of \`{customers}\` there, key and value, a null as a null, and name it as \`table=\` of \`gifts\` in \`{programs}\`.
It is all in \`assessments/part-4/solution.ts\`, with \`repairing.ts\`.

Last the grace, as long as is allowed, which is longer than the latest order needs:

    echo 'report:grace.minutes=90' | pnpm cluster cli kafka-console-producer --topic {programs} --reader-property parse.key=true --reader-property key.separator=:`,
  ],
  debrief: `
The changelog had \`cleanup.policy=delete\` and a retention of a day. That is right for a stream, and wrong for a table: a customer who had not
ordered for a day was forgotten. It hurt only when the program was started again, because until then it had its state in
memory; and then it wrote its wrong counts over the right ones.

\`{customers}\` had been made anew with two partitions, and the orders have four. The same key was in partition 1 there and in partition 3
here, and no task has both. Kafka Streams looks at the numbers when it starts, and refuses. A join that you write yourself has to look for itself.

And the report had a grace of 0. Two orders came when their hour was over, by the time of their partition, and were dropped. The longest
grace is not the best one either: nobody hears of an hour before it is over.

Soonest told, each before a customer writes: the restored state held against a count of its own (how many keys, which sum); the share of
orders that meet no row; and a metric of dropped records, \`dropped-records-total\` in Kafka Streams. What a topic is for is in its settings:

    pnpm cluster cli kafka-configs --describe --topic {points}

See 17.1, 18.2, 18.3, 19.5 and 20.4.`,
});
