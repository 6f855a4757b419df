import { child } from '@proving/lab/child';

interface Given {
  readonly orders: string;
  readonly parcels: string;
  readonly group: string;
  /** Whether the handler waits until an order is packed. */
  readonly awaits: boolean;
  /** From this order on the packing table is jammed: no order comes off it. */
  readonly jamsAt?: number;
}

// A packer that leaves the commit to the client: autoCommit is kafkajs's default.
const { args, kafka, say } = child<Given>();
const { orders, parcels, group, awaits, jamsAt = Number.POSITIVE_INFINITY } = args;

const producer = kafka.producer();
await producer.connect();
const consumer = kafka.consumer({
  groupId: group,
  sessionTimeout: 3_000,
  heartbeatInterval: 200,
});
consumer.on(consumer.events.COMMIT_OFFSETS, () => say('committed'));
await consumer.connect();
await consumer.subscribe({ topic: orders, fromBeginning: true });

await consumer.run({
  // #region awaits
  eachMessage: async ({ message }) => {
    const packing = pack(`${message.value}`);
    if (awaits) await packing;
  },
  // #endregion
});

async function pack(order: string): Promise<void> {
  if (Number(order.split(' ').at(-1)) >= jamsAt) await jam();
  await producer.send({ topic: parcels, messages: [{ value: order }] });
  say(`${order} is packed`);
}

async function jam(): Promise<never> {
  say('jammed');
  return new Promise(() => undefined);
}
