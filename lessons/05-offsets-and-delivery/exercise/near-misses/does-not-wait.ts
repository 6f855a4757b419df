import type { Kafka } from 'kafkajs';

interface Packing {
  readonly kafka: Kafka;
  /** The topic with the orders. */
  readonly topic: string;
  readonly group: string;
  /** Packs one order; the promise is kept when the parcel is in the log of parcels. */
  pack(order: string): Promise<void>;
}

// Begins at the beginning, and commits what it has only started.
export default async function packer({ kafka, topic, group, pack }: Packing) {
  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });

  await consumer.run({
    autoCommitThreshold: 1,
    eachMessage: async ({ message }) => {
      void pack(`${message.value}`);
    },
  });
}
