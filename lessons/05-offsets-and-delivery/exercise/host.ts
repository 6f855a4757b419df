import { child } from '@proving/lab/child';
import type { ConsumerConfig } from 'kafkajs';

interface Given {
  readonly learner: string;
  readonly orders: string;
  readonly parcels: string;
  readonly group: string;
  /** Where the packing table stands still, so that the process can be killed there. */
  readonly standsAt: { readonly order: string; readonly when: 'before' | 'after' } | null;
}

// The process in which the learner's packer lives, and dies. There is one packing table: while
// an order stands on it, all others wait.
const { args, kafka, say } = child<Given>();
const { learner, orders, parcels, group, standsAt } = args;
let table: Promise<void> = Promise.resolve();
let standing = false;
let waiting = 0;
let fetches = 0;

const makeConsumer = kafka.consumer.bind(kafka);
kafka.consumer = (config: ConsumerConfig) => {
  const consumer = makeConsumer({ sessionTimeout: 3_000, heartbeatInterval: 200, ...config });
  consumer.on(consumer.events.FETCH, ({ payload }) => {
    say({ fetched: Number(payload.nodeId) });
    if (standing) fetches += 1;
    // By now it has done whatever it does beside a packing that is not over.
    if (fetches === 3) say({ stands: true, waiting });
  });
  return consumer;
};
const producer = kafka.producer();
await producer.connect();

process.on('unhandledRejection', stopped);
const { default: packer } = await import(learner);
await packer({ kafka, topic: orders, group, pack }).catch(stopped);

function pack(order: string): Promise<void> {
  if (standing) waiting += 1;
  table = table.then(() => onTheTable(order));
  return table;
}

async function onTheTable(order: string): Promise<void> {
  const stands = order === standsAt?.order ? standsAt.when : null;
  if (stands === 'before') await standStill();
  await producer.send({ topic: parcels, messages: [{ value: order }] });
  if (stands === 'after') await standStill();
  say({ packed: order });
}

function standStill(): Promise<never> {
  standing = true;
  return new Promise(() => undefined);
}

function stopped(error: unknown): void {
  say({ stopped: error instanceof Error ? error.message : String(error) });
}
