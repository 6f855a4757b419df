import type { Kafka } from 'kafkajs';

interface Packing {
  readonly kafka: Kafka;
  /** The topic with the orders. */
  readonly topic: string;
  readonly group: string;
  /** Packs one order; the promise is kept when the parcel is in the log of parcels. */
  pack(order: string): Promise<void>;
}

// Commits the offset of the order that is done, not of the next one.
export default async function packer({ kafka, topic, group, pack }: Packing) {
  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      await pack(`${message.value}`);
      const offset = `${Number(message.offset)}`;
      await consumer.commitOffsets([{ topic, partition, offset }]);
    },
  });
}
