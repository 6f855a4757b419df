import type { Kafka } from 'kafkajs';

interface Packing {
  readonly kafka: Kafka;
  /** The topic with the orders, in one partition. The key is the customer. */
  readonly topic: string;
  readonly group: string;
  /** Packs one order at a table of its own; the promise is kept when its label is in the log of labels. */
  pack(order: string): Promise<void>;
}

// One lane for all: it pauses for each order, as if there were one table.
export default async function packer({ kafka, topic, group, pack }: Packing) {
  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });

  await consumer.run({
    autoCommitThreshold: 1,
    eachMessage: async ({ message, pause }) => {
      const resume = pause();
      await pack(`${message.value}`);
      resume();
    },
  });
}
