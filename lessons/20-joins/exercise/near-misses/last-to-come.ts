import type { Kafka, KafkaMessage } from 'kafkajs';

// Each order with the status that its customer had then. Orders wait until all changes that were there are read.
export default async function enrich({ kafka, orders, customers, enriched, group }: Joining) {
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(customers);
  await admin.disconnect();
  const left = new Map(
    ends.map(({ partition, low, high }) => [partition, Number(high) - Number(low)]),
  );

  const producer = kafka.producer();
  await producer.connect();
  const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics: [orders, customers], fromBeginning: true });

  const statuses = new Map<string, Change[]>();
  const waiting = new Map<number, KafkaMessage[]>();
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const some = waiting.get(partition) ?? [];
      waiting.set(partition, some);
      if (topic === orders) some.push(message);
      else {
        const changes = statuses.get(`${message.key}`) ?? [];
        changes.push({
          time: Number(message.timestamp),
          status: message.value && `${message.value}`,
        });
        statuses.set(`${message.key}`, changes);
        left.set(partition, (left.get(partition) ?? 0) - 1);
      }
      if ((left.get(partition) ?? 0) > 0) return;

      const messages = some.splice(0).map(({ key, value, timestamp }) => {
        const changes = statuses.get(`${key}`) ?? [];
        const then = changes.findLast(({ time }) => time <= Number(timestamp));
        return { key, value: `${value} ${then?.status ?? 'unknown'}` };
      });
      if (messages.length > 0) await producer.send({ topic: enriched, messages });
    },
  });
}

/** A status from `time` on, in ms since 1970; null: the customer has left. */
interface Change {
  readonly time: number;
  readonly status: string | null;
}

interface Joining {
  readonly kafka: Kafka;
  /** Orders, keyed by customer: two partitions. */
  readonly orders: string;
  /** Changes of status, keyed by customer: two partitions. */
  readonly customers: string;
  /** The topic for the answers. */
  readonly enriched: string;
  readonly group: string;
}
