import type { Kafka } from 'kafkajs';

interface Packing {
  readonly kafka: Kafka;
  /** The topic with the orders, in one partition. The key is the customer. */
  readonly topic: string;
  readonly group: string;
  /** Packs one order at a table of its own; the promise is kept when its label is in the log of labels. */
  pack(order: string): Promise<void>;
}

// The packer of the shop on the day of the sale. It loses nothing, and the backlog grows.
export default async function packer({ kafka, topic, group, pack }: Packing) {
  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      await pack(`${message.value}`);
      const offset = `${Number(message.offset) + 1}`;
      await consumer.commitOffsets([{ topic, partition, offset }]);
    },
  });
}
