import type { Shop } from '@proving/lab';

// The shop has lost orders that it had confirmed to its customers. The settings below made that
// possible. Change them; keep one partition, and keep the shape of what is returned.
export default async function openShop({ kafka, topic }: Shop) {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    topics: [
      {
        topic,
        numPartitions: 1,
        replicationFactor: 3,
        configEntries: [{ name: 'min.insync.replicas', value: '1' }],
      },
    ],
  });
  await admin.disconnect();

  const producer = kafka.producer({ retry: { retries: 3, initialRetryTime: 100 } });
  await producer.connect();

  return {
    /** Sends a customer's orders. When this does not throw, the customer sees "thank you". */
    place: (orders: string[]) =>
      producer.send({ topic, acks: 1, messages: orders.map((value) => ({ value })) }),

    /** The price: how many of the three brokers may be down while orders are accepted? */
    mayBeDown: 2,
  };
}
