import type { Shop } from '@proving/lab';

interface OrderShop extends Shop {
  /** Fifty-five orders of eleven customers, in the order in which they were placed. */
  readonly orders: readonly { readonly customer: string; readonly number: number }[];
}

export default async function ({ kafka, topic, orders }: OrderShop) {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 3 }] });
  await admin.disconnect();

  const producer = kafka.producer();
  await producer.connect();
  const messages = orders.map(({ number }) => ({ key: 'customer', value: `${number}` }));
  await producer.send({ topic, messages });
  await producer.disconnect();
}
