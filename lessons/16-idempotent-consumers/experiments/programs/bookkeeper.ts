import { child } from '@proving/lab/child';
import pg from 'pg';

interface Given {
  readonly payments: string;
  readonly group: string;
  readonly database: string;
  /** Whether the position is written in the transaction of the charge, or after it. */
  readonly position: 'inside' | 'after';
  /** Whether it goes to the position of the database when it starts. */
  readonly seeks: boolean;
  /** Stands still there between charge and position, to be killed. */
  readonly standsAt: string;
}

// Keeps its position beside the account, and commits nothing to Kafka.
const { args, kafka, say } = child<Given>();
const { payments: topic, group, database, position, seeks, standsAt } = args;

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
await consumer.subscribe({ topic, fromBeginning: true });

// #region seek
const { rows } = await db.query('select next from positions where partition = 0');
await consumer.run({
  autoCommit: false,
  eachMessage: async ({ message }) => {
    const next = Number(message.offset) + 1;
    await db.query('begin');
    await db.query('update accounts set charged = charged + 10');
    if (position === 'after') await db.query('commit');
    await standStill(`${message.value}`);
    await db.query('update positions set next = $1 where partition = 0', [next]);
    if (position === 'inside') await db.query('commit');
    say(`${message.value} is done`);
  },
});
if (seeks) consumer.seek({ topic, partition: 0, offset: rows[0].next });
// #endregion

async function standStill(payment: string): Promise<void> {
  if (payment !== standsAt) return;
  say(`${payment}, between`);
  await new Promise(() => undefined);
}
