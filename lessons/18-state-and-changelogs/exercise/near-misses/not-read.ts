import type { Kafka } from 'kafkajs';

interface Counting {
  readonly kafka: Kafka;
  /** The topics to read from and to write to. */
  readonly orders: string;
  readonly coupons: string;
  /** A compacted topic of your own. */
  readonly changelog: string;
  /** A topic from its beginning to its end as it is now, committed records only. */
  readAll(topic: string): Promise<{ key: string | null; value: string | null }[]>;
  readonly group: string;
  /** The same at each start. */
  readonly transactionalId: string;
}

// Each count goes to the changelog, in the transaction. Nobody reads it.
export default async function loyalty({
  kafka,
  orders,
  coupons,
  changelog,
  group,
  transactionalId,
}: Counting) {
  const producer = kafka.producer({
    transactionalId,
    idempotent: true,
    maxInFlightRequests: 1,
  });
  await producer.connect();
  const takeover = await producer.transaction();
  await takeover.abort();

  const numbers = new Map<string, number>();

  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic: orders, fromBeginning: true });

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const key = `${message.key}`;
      const number = (numbers.get(key) ?? 0) + 1;
      numbers.set(key, number);
      const offset = `${Number(message.offset) + 1}`;

      const transaction = await producer.transaction();
      const change = { key, value: `${number}` };
      await transaction.send({ topic: changelog, messages: [change] });
      if (number % 3 === 0) {
        const coupon = { key, value: `coupon for ${message.value}` };
        await transaction.send({ topic: coupons, messages: [coupon] });
      }
      const topics = [{ topic, partitions: [{ partition, offset }] }];
      await transaction.sendOffsets({ consumerGroupId: group, topics });
      await transaction.commit();
    },
  });
}
