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

// An idempotent producer, and no transaction.
export default async function packer({ kafka, orders, labels, group }: Packing) {
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();

  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic: orders, fromBeginning: true });

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const label = { value: `label for ${message.value}` };
      const offset = `${Number(message.offset) + 1}`;

      await producer.send({ topic: labels, messages: [label] });
      await consumer.commitOffsets([{ topic, partition, offset }]);
    },
  });
}
