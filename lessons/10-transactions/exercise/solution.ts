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

// One transaction carries the label and the position. Before the first order, an empty one takes the
// transactional id over, which ends what a dead predecessor left open.
export default async function packer({
  kafka,
  orders,
  labels,
  group,
  transactionalId,
}: Packing) {
  const producer = kafka.producer({
    transactionalId,
    idempotent: true,
    maxInFlightRequests: 1,
  });
  await producer.connect();
  const takeover = await producer.transaction();
  await takeover.abort();

  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic: orders, fromBeginning: true });

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const label = { value: `label for ${message.value}` };
      const offset = `${Number(message.offset) + 1}`;

      const transaction = await producer.transaction();
      await transaction.send({ topic: labels, messages: [label] });
      const topics = [{ topic, partitions: [{ partition, offset }] }];
      await transaction.sendOffsets({ consumerGroupId: group, topics });
      await transaction.commit();
    },
  });
}
