import { child } from '@proving/lab/child';

interface Given {
  readonly orders: string;
  readonly parcels: string;
  readonly group: string;
  /** What it does first with each order; the other one comes second. */
  readonly first: 'pack' | 'commit';
  /** The order between whose two acts it stands still, to be killed there. */
  readonly standsAt?: string;
}

// A packer in a process of its own. It packs an order by writing a parcel into another topic:
// an effect that stays when the packer dies.
const { args, kafka, say } = child<Given>();
const { orders, parcels, group, first, standsAt } = args;
const second = first === 'pack' ? 'commit' : 'pack';

const producer = kafka.producer();
await producer.connect();
const consumer = kafka.consumer({
  groupId: group,
  sessionTimeout: 3_000,
  heartbeatInterval: 200,
});
await consumer.connect();
await consumer.subscribe({ topic: orders, fromBeginning: true });

await consumer.run({
  autoCommit: false,
  // #region both
  eachMessage: async ({ topic, partition, message }) => {
    const order = `${message.value}`;
    const parcel = { topic: parcels, messages: [{ value: order }] };
    const offset = `${Number(message.offset) + 1}`;
    const position = [{ topic, partition, offset }];
    const acts = {
      pack: () => producer.send(parcel),
      commit: () => consumer.commitOffsets(position),
    };
    await acts[first]();
    if (order === standsAt) await standStill();
    await acts[second]();
    say(`${order} is done`);
  },
  // #endregion
});

async function standStill(): Promise<never> {
  say('stands still');
  return new Promise(() => undefined);
}
