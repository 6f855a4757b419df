import { incident } from '@proving/lab';
import { look } from './look.ts';
import { plant } from './plant.ts';

// A new till registered a version that the shipper cannot read. What it set aside lies in letters out of order, one of them twice, and one
// order has no letter at all: the position was committed first, and then the shipper was killed.
export default incident({
  title: 'Some customers wait for their parcels, and the packers say that they have packed everything',
  story: `
The *tills* write each order to \`{orders}\`, in Avro, with the customer as the key. A till takes the latest version of the subject
\`{orders}-value\` when it starts. The *shipper* reads \`{orders}\` in the group \`{shipping}\` and writes the number of each order that
it has packed to \`{parcels}\`. It was built with version 2, and nobody can build it anew before next month.

An order that the shipper cannot read goes to \`{dead-letters}\`, as it is, with headers that say where it comes from. Each later order
of that customer goes there too, so that nobody's orders change places, until the shipper is started anew. Its settings are in
\`{programs}\`: the last record of each key counts. \`first\` says which of two acts comes first when it sets an order aside: \`letter\`,
sending the letter, or \`commit\`, committing the position.

Last night a new till ran for an hour beside the old ones, and was restarted once. In the end the machine of the shipper went down. All programs are
stopped now, until you say that all is well. The registry is at \`{registry}\`.

Repair it so that, when all are started again, each of the 30 orders gets one parcel and each customer's come in the order in which they
were placed. What is registered tomorrow must be readable by programs that are a year old, and what is built tomorrow must read all that
was ever written. A shipper that is killed once more loses nothing. You need not pack anything yourself. What you name anew should end
like the names here.`,
  topics: ['orders', 'dead-letters', 'parcels', 'programs'],
  groups: ['shipping'],
  services: ['registry'],
  plant,
  look,
  conditions: [
    {
      id: 'nobody-left-out',
      title: 'each order has its parcel, or the shipper will be given it whole, and can read it',
      expect: { leftOut: 0 },
    },
    { id: 'one-parcel-each', title: 'no order gets a second parcel', expect: { parcelsTooMany: 0 } },
    {
      id: 'in-order',
      title: "each customer's orders are packed in the order in which they were placed",
      expect: { customersOutOfOrder: 0 },
    },
    {
      id: 'readable-tomorrow',
      title: 'what a till writes tomorrow the shipper can read',
      expect: { shipperReadsTomorrow: true },
    },
    {
      id: 'guarded',
      title: 'the registry refuses what old readers cannot read, and what cannot read all old records',
      expect: { oldReadersAreSafe: true, oldRecordsAreSafe: true },
    },
    {
      id: 'still-readable',
      title: 'every record in the log of orders names a schema that the registry knows',
      expect: { recordsWithoutASchema: 0 },
    },
    {
      id: 'next-time',
      title: 'a shipper that is killed while it sets an order aside loses nothing',
      expect: { letterComesFirst: true },
    },
  ],
  clues: [
    'Which orders have no parcel, and which of these have a letter? Are the letters of one customer in the order of the log? And what did the registry let in, at which level?',
    'Four things came together. A version that renames a field without an alias went in at a level that refuses nothing (14.6, 14.9). A till that was restarted sent one order twice: two records, one event (16.4). A commit that came before its letter lost an order (15.4). And the letters of one customer lie in two partitions, so they have no order but that of where they come from (15.3). The log of orders has all of it.',
    `Ask the registry for the level, the versions and the latest of them:

    R={registry}
    curl $R/config/{orders}-value
    curl $R/subjects/{orders}-value/versions
    curl $R/subjects/{orders}-value/versions/latest

Level back (\`PUT\`), then the version out of the list (\`DELETE\`), and not for good: its id must go on answering (14.9). What has no parcel
is decoded by the schema that wrote it, gets its article back under the old name, and is written again to \`{orders}\` by version 2, with its
key: in the order of the log, and each order once. The commits of \`{shipping}\` stay where they are. It takes a program:
\`pnpm assess 3 repair\` runs yours.`,
    `First the contract:

    R={registry}
    curl -X PUT $R/config/{orders}-value -H 'content-type: application/json' -d '{"compatibility":"FULL_TRANSITIVE"}'
    curl -X DELETE $R/subjects/{orders}-value/versions/3

Then the orders, in your file. Read \`{parcels}\` and keep what is packed. Go through \`site.read('orders')\`, which is in the order of each
partition; decode each value, pass over what is packed or was met before, and put \`item\` under \`article\`. Encode it with the id of
version 2 and send it with its key. That finds the order without a letter too, and leaves out the copy. It is all in
\`assessments/part-3/solution.ts\`, with \`repairing.ts\`.

Last the shipper, which sends the letter first from now on: a repeated letter is known by where it comes from, a lost one is not known at all.

    echo 'shipper:group.id={shipping} first=letter' | pnpm cluster cli kafka-console-producer --topic {programs} --reader-property parse.key=true --reader-property key.separator=:`,
  ],
  debrief: `
Somebody had set the level to NONE, "for a moment", and the new till registered a version that calls the article \`item\`. A reader that was
built with \`article\` finds nothing under that name and has no default for it: it refuses the record. FULL_TRANSITIVE would
have refused the version instead, for both reasons: the old reader cannot read new records, and a new one cannot read the old.

The dead letters looked like the whole of the damage, and were neither whole nor single nor in order. One order had no letter, because its
position was committed first, and the kill came in between. One had two, because a till that was restarted sent it again: what tells the two
apart from two orders is the number that the customer got, and no offset. So the log of orders was the better list. It keeps what nobody
could read, too; that is why the bad version's id must go on answering.

Soonest told: the first letter. A topic of dead letters has an alert and an owner, or it is a way to lose things slowly. How many lie there:

    pnpm cluster cli kafka-get-offsets --topic {dead-letters}

And the level of a subject is a setting that only the pipeline may change. See 14.6, 14.9, 15.3, 15.4 and 16.4.`,
});
