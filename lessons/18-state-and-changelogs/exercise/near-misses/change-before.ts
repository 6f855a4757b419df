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

// The changelog is restored. It is written first, before the transaction and outside of it.
export default async function loyalty({
  kafka,
  orders,
  coupons,
  changelog,
  readAll,
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
  const plain = kafka.producer();
  await plain.connect();

  const numbers = new Map<string, number>();
  for (const { key, value } of await readAll(changelog)) numbers.set(`${key}`, Number(value));

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
      const change = { key, value: `${number}` };
      await plain.send({ topic: changelog, messages: [change] });

      const transaction = await producer.transaction();
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
