import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import type { Shop } from '@proving/lab';

const order = {
  type: 'record' as const,
  name: 'Order',
  namespace: 'shop',
  fields: [
    { name: 'customer', type: 'string' },
    { name: 'article', type: 'string' },
    { name: 'pieces', type: 'int' },
  ],
};

// No subject is named, so the client takes the name of the record.
export default async function openShop({ kafka, topic, registry }: Given) {
  const schemas = new SchemaRegistry({ host: registry });
  const { id } = await schemas.register(order);

  const producer = kafka.producer();
  await producer.connect();

  return {
    /** Sends one order. When this does not throw, it is in the topic. */
    async place(order: Order) {
      const value = await schemas.encode(id, order);
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
