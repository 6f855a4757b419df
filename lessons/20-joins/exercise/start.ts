import type { Kafka } from 'kafkajs';

// Which status had the customer of each order, at that moment? This one answers with what it has when it reads the order.
export default async function enrich({ kafka, orders, customers, enriched, group }: Joining) {
  const producer = kafka.producer();
  await producer.connect();
  const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics: [orders, customers], fromBeginning: true });

  const statuses = new Map<string, string>();
  await consumer.run({
    eachMessage: async ({ topic, message: { key, value } }) => {
      if (topic === customers) {
        statuses.set(`${key}`, `${value}`);
        return;
      }
      const answer = { key, value: `${value} ${statuses.get(`${key}`) ?? 'unknown'}` };
      await producer.send({ topic: enriched, messages: [answer] });
    },
  });
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
