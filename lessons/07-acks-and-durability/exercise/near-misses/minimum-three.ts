import type { Shop } from '@proving/lab';

// Nothing is ever lost, and nothing is sold while a broker restarts.
export default async function openShop({ kafka, topic }: Shop) {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    topics: [
      {
        topic,
        numPartitions: 1,
        replicationFactor: 3,
        configEntries: [{ name: 'min.insync.replicas', value: '3' }],
      },
    ],
  });
  await admin.disconnect();

  const producer = kafka.producer({ retry: { retries: 3, initialRetryTime: 100 } });
  await producer.connect();

  return {
    /** Sends a customer's orders. When this does not throw, the customer sees "thank you". */
    place: (orders: string[]) =>
      producer.send({ topic, acks: -1, messages: orders.map((value) => ({ value })) }),

    /** The price: how many of the three brokers may be down while orders are accepted? */
    mayBeDown: 0,
  };
}
