import type { Shop } from '@proving/lab';

type Packing = Shop & { readonly group: string; readonly pack: (item: string) => void };

// The group waits a minute for everyone, the dead included.
export default async function openPacking({ kafka, topic, group, pack }: Packing) {
  const consumer = kafka.consumer({
    groupId: group,
    sessionTimeout: 60_000,
    heartbeatInterval: 300,
  });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => {
      for (const item of `${message.value}`.split(', ')) pack(item);
    },
  });

  return {
    /** Called by the platform before this process is ended. */
    close: () => consumer.disconnect(),
  };
}
