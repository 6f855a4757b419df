import type { Kafka } from 'kafkajs';

interface Packing {
  readonly kafka: Kafka;
  /** The topics to read from and to write to. */
  readonly orders: string;
  readonly labels: string;
  readonly group: string;
  /** The same at each start. */
  readonly transactionalId: string;
}

// The packer of the shop: first the label, then the position. After a kill some orders have two.
export default async function packer({ kafka, orders, labels, group }: Packing) {
  const producer = kafka.producer();
  await producer.connect();

  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic: orders, fromBeginning: true });

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const label = { value: `label for ${message.value}` };
      await producer.send({ topic: labels, messages: [label] });

      const offset = `${Number(message.offset) + 1}`;
      await consumer.commitOffsets([{ topic, partition, offset }]);
    },
  });
}
