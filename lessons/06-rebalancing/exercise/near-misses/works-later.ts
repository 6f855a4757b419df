import type { Shop } from '@proving/lab';

type Packing = Shop & { readonly group: string; readonly pack: (item: string) => void };

// The handler is quick: it leaves the work to a queue in memory, and the order counts as done.
export default async function openPacking({ kafka, topic, group, pack }: Packing) {
  const consumer = kafka.consumer({
    groupId: group,
    sessionTimeout: 2_000,
    heartbeatInterval: 300,
  });
  const queue: string[] = [];
  const working = setInterval(() => {
    const item = queue.shift();
    if (item) pack(item);
  }, 10);
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => {
      queue.push(...`${message.value}`.split(', '));
    },
  });

  return {
    /** Called by the platform before this process is ended. */
    close: async () => {
      clearInterval(working);
      await consumer.disconnect();
    },
  };
}
