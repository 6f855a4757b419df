import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import type { Shop } from '@proving/lab';

const order = {
  type: 'record' as const,
  name: 'Order',
  namespace: 'shop',
  fields: [{ name: 'json', type: 'string' }],
};

// One field that holds the JSON of before: a contract that says nothing.
export default async function openShop({ kafka, topic, registry }: Given) {
  const schemas = new SchemaRegistry({ host: registry });
  const { id } = await schemas.register(order, { subject: `${topic}-value` });

  const producer = kafka.producer();
  await producer.connect();

  return {
    /** Sends one order. When this does not throw, it is in the topic. */
    async place(order: Order) {
      const value = await schemas.encode(id, { json: JSON.stringify(order) });
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
