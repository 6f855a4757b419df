import type { Shop } from '@proving/lab';

interface PackingHall extends Shop {
  readonly groupId: string;
  /** Takes the text of an order and resolves when it is packed. */
  pack(order: string): Promise<void>;
}

export default async function ({ kafka, topic, groupId, pack }: PackingHall) {
  const startPacking = async () => {
    const packer = kafka.consumer({ groupId });
    await packer.connect();
    await packer.subscribe({ topic, fromBeginning: true });
    await packer.run({
      eachMessage: async ({ message }) => {
        await pack(`${message.value}`);
      },
    });
  };
  await Promise.all(Array.from({ length: 6 }, startPacking));
}
