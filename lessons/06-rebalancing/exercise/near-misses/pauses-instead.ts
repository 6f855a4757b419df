import type { Shop } from '@proving/lab';

type Packing = Shop & { readonly group: string; readonly pack: (item: string) => void };

// It stops asking for orders and stays a member: its partitions go to nobody.
export default async function openPacking({ kafka, topic, group, pack }: Packing) {
  const consumer = kafka.consumer({
    groupId: group,
    sessionTimeout: 2_000,
    heartbeatInterval: 300,
  });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message, heartbeat }) => {
      for (const item of `${message.value}`.split(', ')) {
        pack(item);
        await heartbeat();
      }
    },
  });

  return {
    /** Called by the platform before this process is ended. */
    close: async () => consumer.pause([{ topic }]),
  };
}
