import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import type { Shop } from '@proving/lab';

const version1 = {
  type: 'record' as const,
  name: 'Order',
  namespace: 'shop',
  fields: [
    { name: 'customer', type: 'string' },
    { name: 'article', type: 'string' },
    { name: 'pieces', type: 'int' },
  ],
};

// Version 1 is read by a program that nobody can change. Orders want a note, and then a gift.
export default async function openShop({ kafka, topic, registry }: Given) {
  const schemas = new SchemaRegistry({ host: registry });
  const subject = `${topic}-value`;
  const id = await schemas.getRegistryIdBySchema(subject, version1);

  const producer = kafka.producer();
  await producer.connect();

  return {
    /** Brings that version into the registry; `place` writes it from then on. */
    async upgrade(_version: 2 | 3) {},

    /** Sends one order under its number. */
    async place(number: number, order: Order) {
      const value = await schemas.encode(id, order);
      await producer.send({ topic, messages: [{ key: `${number}`, value }] });
    },

    /** Takes a bad version back and writes again what nobody could read. May be called twice. */
    async repair() {},
  };
}

interface Given extends Shop {
  /** Where the schema registry's API begins. */
  readonly registry: string;
  /** Everything in the topic, oldest first. */
  log(): Promise<readonly { readonly key: string; readonly value: Buffer }[]>;
}

interface Order {
  readonly customer: string;
  readonly article: string;
  readonly pieces: number;
  readonly note?: string;
  readonly gift?: boolean;
}
