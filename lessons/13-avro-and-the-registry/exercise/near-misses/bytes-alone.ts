import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import type { Shop } from '@proving/lab';
import avro from 'avsc';

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

// Avro without the five bytes: small, and nobody can tell by which schema it was written.
export default async function openShop({ kafka, topic, registry }: Given) {
  const schemas = new SchemaRegistry({ host: registry });
  await schemas.register(order, { subject: `${topic}-value` });
  const type = avro.Type.forSchema(order);

  const producer = kafka.producer();
  await producer.connect();

  return {
    /** Sends one order. When this does not throw, it is in the topic. */
    async place(order: Order) {
      await producer.send({ topic, messages: [{ value: type.toBuffer(order) }] });
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
