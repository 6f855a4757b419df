import type { Site } from '@proving/lab';
import { day, packedUpTo, partitions, setting } from './shop.ts';

/** The evening after: all orders are there, the group has committed every one, and half of a busy hour never met the packer. */
export async function plant(site: Site): Promise<void> {
  const { kafka, seed, name } = site;
  await site.createTopic('orders', partitions);
  await site.createTopic('parcels', 1);
  await site.createTopic('counted', 1);
  await site.createTopic('programs', 1);
  const upTo = packedUpTo(seed);
  const isPacked = ({ partition, offset }: (typeof day)[number]) => offset < (upTo[partition] ?? 0);
  const producer = kafka.producer();
  try {
    await producer.connect();
    const store = (title: string, messages: { key?: string; value: string; partition?: number }[]) =>
      producer.send({ topic: name(title), acks: -1, messages });
    await store(
      'orders',
      day.map(({ order, partition }) => ({ value: order, partition })),
    );
    await store(
      'parcels',
      day.filter(isPacked).map(({ order }) => ({ value: order })),
    );
    await store(
      'counted',
      day.filter((each) => !isPacked(each)).map(({ order }) => ({ value: order })),
    );
    await store(
      'programs',
      ['packer', 'counter'].map((key) => ({ key, value: setting(name('packing')) })),
    );
    const ends = Array.from({ length: partitions }, (_, at) => day.filter(({ partition }) => partition === at).length);
    await site.commit(name('packing'), 'orders', new Map(ends.entries()));
  } finally {
    await producer.disconnect();
  }
}
