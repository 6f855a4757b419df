import { child } from '@proving/lab/child';
import { count, run } from '../../streams/index.ts';

interface Given {
  readonly orders: string;
  readonly counts: string;
  readonly group: string;
}

// Counts orders by customer, in memory, and says how far it has come.
const { args, kafka, say } = child<Given>();
const { orders, counts, group } = args;

const producer = kafka.producer();
await producer.connect();
// #region counter
const as = { groupId: group, sessionTimeout: 3_000, heartbeatInterval: 200 };
const consumer = kafka.consumer(as);
await consumer.connect();
await run({
  consumer,
  producer,
  from: orders,
  to: counts,
  processor: count,
  worked: ({ offset }) => say(offset),
});
process.once('message', async () => {
  await consumer.disconnect();
  say('stopped');
});
// #endregion
