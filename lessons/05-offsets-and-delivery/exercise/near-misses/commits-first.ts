import type { Kafka } from 'kafkajs';

interface Packing {
  readonly kafka: Kafka;
  /** The topic with the orders. */
  readonly topic: string;
  readonly group: string;
  /** Packs one order; the promise is kept when the parcel is in the log of parcels. */
  pack(order: string): Promise<void>;
}

// Commits, then packs.
export default async function packer({ kafka, topic, group, pack }: Packing) {
  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const offset = `${Number(message.offset) + 1}`;
      await consumer.commitOffsets([{ topic, partition, offset }]);
      await pack(`${message.value}`);
    },
  });
}
