import type { EachMessageHandler, Kafka } from 'kafkajs';

interface Message {
  readonly offset: number;
  readonly value: string | null;
}

// #region mock
/** Plays records back. Of a commit it knows that it happened. */
export function mockOf(read: () => Promise<readonly Message[]>): Kafka {
  let committed = 0;
  const consumer = {
    connect: async () => undefined,
    disconnect: async () => undefined,
    subscribe: async () => undefined,
    async commitOffsets() {
      committed += 1;
    },
    async run({ eachMessage }: { eachMessage: EachMessageHandler }) {
      for (const { offset, value } of (await read()).slice(committed)) {
        const message = { offset: `${offset}`, value };
        await eachMessage({ partition: 0, message } as never);
      }
    },
  };
  return { consumer: () => consumer } as unknown as Kafka;
}
// #endregion
