import type { Shop } from '@proving/lab';

// Every program that reads this topic has its own idea of what an order is. Give it a contract: Avro, by a
// schema in the registry.
export default async function openShop({ kafka, topic }: Given) {
  const producer = kafka.producer();
  await producer.connect();

  return {
    /** Sends one order. When this does not throw, it is in the topic. */
    async place(order: Order) {
      const value = JSON.stringify(order);
      await producer.send({ topic, messages: [{ value }] });
    },
  };
}

interface Given extends Shop {
  /** Where the schema registry's API begins. */
  readonly registry: string;
}

interface Order {
  readonly customer: string;
  readonly article: string;
  /** A whole number. */
  readonly pieces: number;
}
