import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { type Site, setting } from '@proving/lab';
import type { Message } from 'kafkajs';
import { ask, latestOf, subjectOf, versions } from './contract.ts';
import type { Order } from './shop.ts';

/** A record that is to be written again. */
export interface Again {
  readonly key: string | null;
  readonly value: string | null;
}

/** Takes the bad version out of the list; its id goes on answering. */
export async function takeBack(site: Site): Promise<number> {
  const { version = 0 } = (await latestOf(site)) ?? {};
  await ask(site, `/subjects/SUBJECT/versions/${version}`, 'DELETE');
  return version;
}

export const setLevel = (site: Site, compatibility: string) => ask(site, '/config/SUBJECT', 'PUT', { compatibility });

/** The orders without a parcel, as the log has them, in its order; each once, though a till may have sent it twice. */
export async function waiting(site: Site): Promise<readonly Again[]> {
  const done = new Set((await site.read('parcels')).map(({ value }) => value));
  const schemas = new SchemaRegistry({ host: site.registry as string });
  const again: Again[] = [];
  for (const record of await site.read('orders')) {
    const { order } = (await schemas.decode(bytesOf(record.value))) as Order;
    if (done.has(order)) continue;
    done.add(order);
    again.push(record);
  }
  return again;
}

/** Decodes each by the schema that wrote it, puts the article back under its name, and writes it by the shipper's schema. */
export async function writeAgain(site: Site, records: readonly Again[]): Promise<void> {
  const schemas = new SchemaRegistry({ host: site.registry as string });
  const good = await schemas.getRegistryIdBySchema(subjectOf(site), versions[1]);
  const mended = async ({ key, value }: Again): Promise<Message> => {
    const { item, article = item, ...order } = (await schemas.decode(bytesOf(value))) as Order & { item: string };
    return { key, value: await schemas.encode(good, { ...order, article }) };
  };
  await send(site, 'orders', await Promise.all(records.map(mended)));
}

export async function send(site: Site, title: string, messages: Message[]): Promise<void> {
  const producer = site.kafka.producer();
  try {
    await producer.connect();
    await producer.send({ topic: site.name(title), acks: -1, messages });
  } finally {
    await producer.disconnect();
  }
}

/** From now on a letter is acknowledged before the position is committed. */
export const letterFirst = (site: Site) =>
  send(site, 'programs', [{ key: 'shipper', value: setting({ 'group.id': site.name('shipping'), first: 'letter' }) }]);

/** `site.read` shows bytes that are no text as `0x…`. */
export const bytesOf = (value: string | null): Buffer => Buffer.from((value ?? '').replace(/^0x/, ''), 'hex');
