import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import type { Shop } from '@proving/lab';

const base = [
  { name: 'customer', type: 'string' },
  { name: 'article', type: 'string' },
  { name: 'pieces', type: 'int' },
];
const note = { name: 'note', type: 'string', default: '' };
const gift = { name: 'gift', type: 'boolean', default: false };
const record = (...fields: object[]) => ({
  type: 'record' as const,
  name: 'Order',
  namespace: 'shop',
  fields,
});
const versions = {
  1: record(...base),
  2: record(...base, note),
  3: record(...base, note, gift),
};

// What cannot be read is written again, whenever it is found.
export default async function openShop({ kafka, topic, registry, log }: Given) {
  const schemas = new SchemaRegistry({ host: registry });
  const subject = `${topic}-value`;
  const rule = { subject, compatibility: COMPATIBILITY.FULL_TRANSITIVE };
  let id = await schemas.getRegistryIdBySchema(subject, versions[1]);
  const own = { [SchemaType.AVRO]: { readerSchema: versions[3] } };

  const producer = kafka.producer();
  await producer.connect();
  const send = async (key: string, order: object) => {
    const value = await schemas.encode(id, order);
    await producer.send({ topic, messages: [{ key, value }] });
  };

  return {
    /** Brings that version into the registry; `place` writes it from then on. */
    async upgrade(version: 2 | 3) {
      ({ id } = await schemas.register(versions[version], rule));
    },

    /** Sends one order under its number. */
    place: (number: number, order: Order) => send(`${number}`, order),

    /** Takes a bad version back and writes again what nobody could read. May be called twice. */
    async repair() {
      for (let latest = await newest(); latest.id !== id; latest = await newest())
        await ask(`/subjects/${subject}/versions/${latest.version}`, 'DELETE');
      await ask(`/config/${subject}`, 'PUT', { compatibility: 'FULL_TRANSITIVE' });

      const stored = await log();
      const read = await Promise.all(
        stored.map(({ value }) => schemas.decode(value, own).catch(() => null)),
      );
      const poisoned = new Set(
        stored.filter((_, i) => read[i] === null).map(({ value }) => value),
      );
      for (const { key, value } of stored) {
        if (!poisoned.has(value)) continue;
        const { count, ...meant } = await schemas.decode(value);
        await send(key, { ...meant, pieces: count });
      }
    },
  };

  async function newest() {
    const answer = await ask(`/subjects/${subject}/versions/latest`, 'GET');
    return (await answer.json()) as { readonly id: number; readonly version: number };
  }
  async function ask(path: string, method: string, body?: object) {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${registry}${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
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
