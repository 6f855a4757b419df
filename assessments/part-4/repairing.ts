import { type Site, setting } from '@proving/lab';
import type { Message } from 'kafkajs';
import { partitions } from './shop.ts';

/** Writes for each customer how many orders there are, up to the commits of the program that goes on from there. */
export async function restorePoints(site: Site, counts: (partition: number, offset: number) => boolean): Promise<void> {
  const points = new Map<string, number>();
  for (const { key, partition, offset } of await site.read('orders'))
    if (key !== null && counts(partition, offset)) points.set(key, (points.get(key) ?? 0) + 1);
  await send(
    site,
    'points',
    [...points].map(([key, value]) => ({ key, value: String(value) })),
  );
}

/** Whether the program has counted an order, by its position. */
export async function counted(site: Site): Promise<(partition: number, offset: number) => boolean> {
  const commits = await site.committed(site.name('counting'), 'orders');
  return (partition, offset) => offset < (commits.get(partition) ?? 0);
}

export async function keepPoints(site: Site, policy = 'compact'): Promise<void> {
  const admin = site.kafka.admin();
  try {
    await admin.connect();
    const wanted = { 'cleanup.policy': policy, 'min.insync.replicas': '2' };
    const configEntries = Object.entries(wanted).map(([name, value]) => ({ name, value }));
    // 2 is Kafka's number for a topic among the things that have settings.
    await admin.alterConfigs({ validateOnly: false, resources: [{ type: 2, name: site.name('points'), configEntries }] });
  } finally {
    await admin.disconnect();
  }
}

/** The same changes once more, with as many partitions as the orders have and the same partitioner. Tombstones are changes too. */
export async function moveRows(site: Site): Promise<void> {
  const moved = site.name('customers').replace('customers', 'customers-moved');
  await site.createTopic(moved, partitions, { 'cleanup.policy': 'compact' });
  await send(
    site,
    moved,
    (await site.read('customers')).map(({ key, value }) => ({ key, value })),
  );
  await setProgram(site, 'gifts', { table: moved });
}

export const waitMinutes = (site: Site, grace: number) => setProgram(site, 'report', { 'grace.minutes': String(grace) });

async function setProgram(site: Site, program: string, settings: Readonly<Record<string, string>>): Promise<void> {
  await send(site, 'programs', [{ key: program, value: setting(settings) }]);
}

async function send(site: Site, title: string, messages: Message[]): Promise<void> {
  const producer = site.kafka.producer();
  try {
    await producer.connect();
    await producer.send({ topic: site.name(title), acks: -1, messages });
  } finally {
    await producer.disconnect();
  }
}
