import type { Kafka } from 'kafkajs';

interface Packing {
  readonly kafka: Kafka;
  /** The topic with the orders. */
  readonly topic: string;
  readonly group: string;
  /** Packs one order; the promise is kept when the parcel is in the log of parcels. */
  pack(order: string): Promise<void>;
}

// The packer of the shop. It is fast, its lag is always 0, and it loses parcels when it dies.
export default async function packer({ kafka, topic, group, pack }: Packing) {
  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic });

  await consumer.run({
    eachMessage: async ({ message }) => {
      pack(`${message.value}`);
    },
  });
}
