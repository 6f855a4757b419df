import type { Shop } from '@proving/lab';

interface OrderShop extends Shop {
  /** Fifty-five orders of eleven customers, in the order in which they were placed. */
  readonly orders: readonly { readonly customer: string; readonly number: number }[];
}

export default async function ({ kafka, topic, orders }: OrderShop) {
  const producer = kafka.producer({ allowAutoTopicCreation: true });
  await producer.connect();
  const messages = orders.map(({ customer, number }) => ({
    key: customer,
    value: `${number}`,
  }));
  await producer.send({ topic, messages });
  await producer.disconnect();
}
