import type { Shop } from '@proving/lab';

type Packing = Shop & { readonly group: string; readonly pack: (item: string) => void };

// A timer for heartbeats, which never runs while it would be needed.
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
      const beating = setInterval(() => heartbeat().catch(() => undefined), 300);
      for (const item of `${message.value}`.split(', ')) pack(item);
      clearInterval(beating);
    },
  });

  return {
    /** Called by the platform before this process is ended. */
    close: () => consumer.disconnect(),
  };
}
