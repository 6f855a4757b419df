import { child } from '@proving/lab/child';
import pg from 'pg';

interface Given {
  readonly payments: string;
  readonly group: string;
  readonly database: string;
  /** Whether it notes the ids of payments: in the transaction of the charge, or apart. */
  readonly notes: 'together' | 'apart' | 'no';
  /** It commits its position after each so many payments. */
  readonly every: number;
  /** Where it stands still, to be killed there: `payment 3, noted`. */
  readonly standsAt?: string;
}

// Charges Mia's account for each payment, in a process of its own. Begins when it is told to.
const { args, kafka, say } = child<Given>();
const { payments, group, database, notes, every, standsAt } = args;

const db = new pg.Client({ connectionString: database });
await db.connect();
await new Promise((begin) => process.once('message', begin));
const consumer = kafka.consumer({
  groupId: group,
  sessionTimeout: 2_500,
  heartbeatInterval: 100,
  maxWaitTimeInMs: 100,
});
await consumer.connect();
await consumer.subscribe({ topic: payments, fromBeginning: true });

await consumer.run({
  autoCommit: false,
  eachMessage: async ({ topic, partition, message }) => {
    const at = (place: string) => arrive(`${message.value}, ${place}`);
    const id = `${message.headers?.['id']}`;

    // #region charge
    if (notes === 'together') await db.query('begin');
    const isNew = notes === 'no' || (await note(id));
    await at('noted');
    if (isNew) await charge();
    if (notes === 'together') await db.query('commit');
    await at('charged');

    const next = Number(message.offset) + 1;
    if (next % every === 0)
      await consumer.commitOffsets([{ topic, partition, offset: `${next}` }]);
    // #endregion
    await at('done');
  },
});

// #region sql
async function note(id: string): Promise<boolean> {
  const sql = 'insert into seen (id) values ($1) on conflict do nothing';
  const { rowCount } = await db.query(sql, [id]);
  return rowCount === 1;
}

async function charge(): Promise<void> {
  await db.query('update accounts set charged = charged + 10');
}
// #endregion

async function arrive(place: string): Promise<void> {
  say(place);
  if (place === standsAt) await new Promise(() => undefined);
}
