import { atLeast, atMost, incident } from '@proving/lab';
import { look } from './look.ts';
import { plant, runs } from './plant.ts';

// Readers stand still behind the open transaction of a dead run. It must be ended, but it is also all that keeps the cleaner of a
// wrongly compacted topic from payments that nobody has packed: whoever ends it first loses them.
export default incident({
  title: 'Nothing has been packed since last night, and no program reports an error',
  story: `
The *till* writes each payment to \`{payments}\`, with the customer as its key. At night the *billing* adds the subscriptions of the
day, in one transaction; it takes a new transactional id at each start. Last night its machine died. A colleague started it on another
one, and there it went through. The *packer* reads \`{payments}\` in the group \`{packing}\` and writes each payment that it has packed
to \`{parcels}\`. All three take their settings from \`{programs}\` when they start: the last record of each key counts.

Somebody tuned \`{payments}\` last week. What the shop needs of it has not changed: every payment stays for 90 days, an acknowledged
one outlives any one broker, and one broker that is down stops nobody. \`{receipts}\` has a copy of each payment that was confirmed
to a customer, with the same key and value. It is right, and it is complete.

The programs are stopped, until you say that all is well. Repair it so that, when they are started again, each of the 30 payments
gets one parcel, and a billing that dies once more holds nobody up for longer than 15 minutes. Use whatever you like: Kafka's own
tools, a TypeScript program. You need not pack anything yourself. Look at everything before you change the first thing. What you name
anew should end like the names here; then it goes when the incident goes.`,
  topics: ['payments', 'receipts', 'parcels', 'programs'],
  groups: ['packing'],
  transactions: runs,
  plant,
  look,
  conditions: [
    {
      id: 'each-payment-once',
      title: 'the log of payments holds each of the 30 payments once',
      expect: { missingInTheLog: 0, twiceInTheLog: 0 },
    },
    {
      id: 'nobody-left-out',
      title: 'each payment in the log has its parcel, or the packer will still be given it',
      expect: { leftOut: 0 },
    },
    { id: 'one-parcel-each', title: 'no payment gets a second parcel', expect: { parcelsTooMany: 0 } },
    {
      id: 'kept',
      title: 'each payment of tomorrow stays for 90 days',
      expect: { compacts: false, keptForDays: atLeast(90) },
    },
    {
      id: 'outlives-a-broker',
      title: 'an acknowledged payment outlives any one broker, and one that is down stops nobody',
      expect: { brokersItMayLose: atLeast(1), brokersItMaySpare: atLeast(1) },
    },
    {
      id: 'next-time',
      title: 'a billing that dies once more holds nobody up for longer than 15 minutes',
      expect: { heldUpForMinutes: atMost(15) },
    },
  ],
  clues: [
    'The log goes on behind the place where the packer stands. What must a `read_committed` reader know of a record before it may pass by? And what, in its settings, is `{payments}` made for?',
    'Two things are wrong with `{payments}`, and one holds the other back. A partition ends for the packer at its last stable offset (10.5), and the cleaner goes no further either. Its policy keeps the newest payment of each customer and no other (11.6). Which of the two must be put right first?',
    `The settings first. What was tuned, and what the \`--alter --add-config\` of the same tool must put right (days in milliseconds;
the floor by the two subtractions of 07.8):

    pnpm cluster cli kafka-configs --describe --topic {payments}

Then see which run of the billing is still \`Ongoing\`:

    pnpm cluster cli kafka-transactions list

End it as its own restart would have done, by taking over its transactional id (10.7; in kafkajs it is \`transaction()\` that takes it), or
with that tool's \`forceTerminateTransaction\`.`,
    `First the settings, so that the cleaner has nothing to do there any more:

    pnpm cluster cli kafka-configs --alter --topic {payments} --add-config cleanup.policy=delete,retention.ms=7776000000
    pnpm cluster cli kafka-configs --alter --topic {payments} --add-config min.insync.replicas=2

Then the dead run is aborted; the one that went through counts:

    pnpm cluster cli kafka-transactions forceTerminateTransaction --transactionalId {billing-1}

Last a billing that is given up after a minute:

    echo 'billing:acks=all transaction.timeout.ms=60000' | pnpm cluster cli kafka-console-producer --topic {programs} --reader-property parse.key=true --reader-property key.separator=:

The commits of \`{packing}\` stay where they are: the packer goes on at the first payment that it has not packed. If payments have gone
already, send them once more from \`{receipts}\`, key and value.`,
  ],
  debrief: `
The billing had died inside a transaction, and its restart came under a new transactional id. So no coordinator knew that
the one was the other's successor: the first transaction stayed open, for the 14 days that its time-out allowed, and every \`read_committed\`
reader stood still in front of it. (Brokers allow 15 minutes at most, \`transaction.max.timeout.ms\`; these here were told otherwise, so
that the incident waits for you.) A transactional id that survives the restart would have ended it at once.

The same open transaction kept the cleaner away from a topic with \`cleanup.policy=compact\`. Such a topic is for states, and a payment
is an event: of two payments of one customer it forgets the first. Who ends the transaction before the policy sees them go.

Soonest told: a last stable offset that stands still while the log grows. Lag grows too, but it looks like a slow packer. Who holds it, and since when:

    pnpm cluster cli kafka-transactions describe-producers --topic {payments} --partition 0

\`CurrentTransactionStartOffset\` is a number for the one that is open, and None for all others. See 10.5, 10.7, 11.6 and 07.8.`,
});
