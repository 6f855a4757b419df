import type { Site } from '@proving/lab';
import { packedUpTo, setting } from './shop.ts';

/** Moves commits of the packer's group. */
export async function commit(site: Site, offsets: Readonly<Record<number, number>>): Promise<void> {
  const admin = site.kafka.admin();
  try {
    await admin.connect();
    await admin.setOffsets({
      groupId: site.name('packing'),
      topic: site.name('orders'),
      partitions: Object.entries(offsets).map(([partition, offset]) => ({ partition: Number(partition), offset: String(offset) })),
    });
  } finally {
    await admin.disconnect();
  }
}

export async function send(site: Site, title: string, messages: { key?: string; value: string }[]): Promise<void> {
  const producer = site.kafka.producer();
  try {
    await producer.connect();
    await producer.send({ topic: site.name(title), acks: -1, messages });
  } finally {
    await producer.disconnect();
  }
}

/** The counter reads in a group of its own from now on. */
export const setApart = (site: Site) =>
  send(site, 'programs', [{ key: 'counter', value: setting(site.name('packing').replace('packing', 'counting')) }]);

/** Partitions whose packing stops before their end, with the offset where it stops. */
export function gaps(site: Site): Record<number, number> {
  const upTo = packedUpTo(site.seed);
  return Object.fromEntries([...upTo.entries()].filter(([, offset]) => offset < Math.max(...upTo)));
}
