import { child } from '@proving/lab/child';

interface Given {
  readonly orders: string;
  readonly labels: string;
  readonly group: string;
  /** Which position it commits. */
  readonly commits: 'oldest unfinished' | 'newest finished';
  /** The order that never gets done. */
  readonly stuck?: string;
}

// A packer with a lane for each customer, in a process of its own, to be killed. After each
// commit it says how many orders it has in hand.
const { args, kafka, say } = child<Given>();
const { orders, labels, group, commits, stuck } = args;

const producer = kafka.producer();
await producer.connect();
const consumer = kafka.consumer({
  groupId: group,
  sessionTimeout: 3_000,
  heartbeatInterval: 200,
});
await consumer.connect();
await consumer.subscribe({ topic: orders, fromBeginning: true });

const lanes = new Map<string, Promise<void>>();
let commit: Promise<void> = Promise.resolve();
// #region position
const unfinished = new Set<number>();
let taken = -1;
let newest = -1;
const position = {
  'oldest unfinished': () => Math.min(...unfinished, taken + 1),
  'newest finished': () => newest + 1,
}[commits];
// #endregion

await consumer.run({
  autoCommit: false,
  eachMessage: async ({ topic, partition, message }) => {
    const at = Number(message.offset);
    unfinished.add(at);
    taken = at;
    const customer = `${message.key}`;
    const before = lanes.get(customer) ?? Promise.resolve();
    const packing = before.then(async () => {
      await pack(message);
      unfinished.delete(at);
      newest = Math.max(newest, at);
      commit = commit.then(async () => {
        const offset = `${position()}`;
        const inHand = `${unfinished.size} in hand of ${taken + 1}`;
        await consumer.commitOffsets([{ topic, partition, offset }]);
        say(inHand);
      });
    });
    lanes.set(customer, packing);
  },
});

async function pack({ key, value }: { key: Buffer | null; value: Buffer | null }) {
  if (`${value}` === stuck) await new Promise(() => undefined);
  await producer.send({ topic: labels, messages: [{ key, value }] });
}
