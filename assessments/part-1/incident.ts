import { incident } from '@proving/lab';
import { look } from './look.ts';
import { plant } from './plant.ts';

// Lag 0, and customers without a parcel. A second program once joined the packer's group: it got half of the partitions, read
// them, committed them, and packed nothing. The commits stayed when it left.
export default incident({
  title: 'The monitor says that no order waits, and customers write that their parcel never came',
  story: `
Two programs read the topic \`{orders}\`. The *packer* packs each order and writes it to \`{parcels}\`. The *counter* writes each
order it has seen to \`{counted}\`, for the statistics; it ran for the first time today. Both take their group id from \`{programs}\`
when they start: the last record of each key counts. Where a group has no commit, they begin at the front of the partition.

Both are stopped now, until you say that all is well. Yesterday every parcel came. The lag of \`{packing}\` is 0.

Repair it so that, when both are started again, each of the 48 orders gets one parcel and the next count does no harm. Use whatever
you like: Kafka's own tools, kcat, a TypeScript program. You need not pack anything yourself. What you name anew should end like the names here; then it goes when
the incident goes.`,
  topics: ['orders', 'parcels', 'counted', 'programs'],
  groups: ['packing'],
  plant,
  look,
  conditions: [
    {
      id: 'each-order-once',
      title: 'the log of orders holds each of the 48 orders once',
      expect: { missingInTheLog: 0, twiceInTheLog: 0 },
    },
    {
      id: 'nobody-left-out',
      title: 'each order has its parcel, or the packer will still be given it',
      expect: { leftOut: 0 },
    },
    { id: 'one-parcel-each', title: 'no order gets a second parcel', expect: { parcelsTooMany: 0 } },
    {
      id: 'apart',
      title: 'the next count takes nothing from the packer',
      expect: { counterReadsAsThePacker: false, counterHasAGroup: true },
    },
  ],
  clues: [
    'Lag is counted from commits. Which of the four topics tells what was really packed, and do the two agree?',
    'Compare `{orders}` with `{parcels}`, partition by partition: some partitions are packed to their end, others stop. Then look where the missing ones turn up, and at what `{programs}` says about who read them (04.3: who shares a group id shares the partitions).',
    "In two partitions the packer's work ends before the commit of `{packing}`. Find the first offset there that has no parcel, and move the commit of these two partitions back to it: `kafka-consumer-groups --reset-offsets --topic {orders}:PARTITION --to-offset OFFSET`. The counter needs a newer record in `{programs}`.",
    'For each of the two partitions: `pnpm cluster cli kafka-consumer-groups --group {packing} --topic {orders}:PARTITION --reset-offsets --to-offset OFFSET --execute`, with the offset of the first order that has no parcel; the other partitions stay, or their customers get a second one. Then a record with key `counter` and value `group.id=` and a group of its own, with the same ending, into `{programs}`: two programs that both need every order need two groups.',
  ],
  debrief: `
The counter had the packer's group id. So the two were one group: the coordinator gave the counter half of the partitions, and its
commits said "done" for orders that nobody had packed. Lag 0 means that all was **committed**, and a commit says where to go on, not what was done.

Soonest told: how many are in the group while both run, and who owns what. A packer that shares its partitions with a stranger
is seen there before a single parcel is missing:

    pnpm cluster cli kafka-consumer-groups --describe --group {packing} --members --verbose

Afterwards only the outcome tells: the number of parcels beside the number of orders. See 04.3 and 05.1.`,
});
