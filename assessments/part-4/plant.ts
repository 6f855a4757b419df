import { type Site, setting } from '@proving/lab';
import type { Admin, Message } from 'kafkajs';
import { changesOf, daysOf, fewer, hour, minute, type Order, partitions } from './shop.ts';

/** As somebody set it who took the counts for a stream. In ms. */
const kept = { 'cleanup.policy': 'delete', 'retention.ms': String(24 * hour) };

/**
 * The afternoon after. Yesterday's counts are as old as the orders that made them, as Kafka Streams writes them, and so they are past
 * the retention. We take them away ourselves, in the place of a check of which nobody knows when it comes.
 */
export async function plant(site: Site): Promise<void> {
  const { kafka, name, seed } = site;
  await site.createTopic('orders', partitions);
  await site.createTopic('points', partitions, kept);
  await site.createTopic('customers', fewer, { 'cleanup.policy': 'compact' });
  await site.createTopic('programs', 1);
  const { yesterday, today, waiting } = daysOf(seed);
  const now = Date.now();
  const fullHour = (back: number) => Math.floor((now - back * hour) / hour) * hour;
  const [then, since] = [fullHour(30), fullHour(3)];
  const [producer, admin] = [kafka.producer(), kafka.admin()];
  try {
    await Promise.all([producer.connect(), admin.connect()]);
    const store = (title: string, messages: Message[]) => producer.send({ topic: name(title), acks: -1, messages });
    const record = (begin: number) => (order: Order) => ({
      key: order.customer,
      value: order.order,
      timestamp: stamp(order, begin),
    });
    const counted = [...yesterday.map(record(then)), ...today.map(record(since))];
    await store('orders', counted);
    const ends = await endsOf(admin, name('orders'));
    await store('orders', waiting.map(record(since)));
    await store('points', countsOf(yesterday, then));
    const forgotten = await endsOf(admin, name('points'));
    await store('points', countsOf(today, since));
    await forget(admin, name('points'), forgotten);
    await store(
      'customers',
      changesOf(seed).map(({ customer, status }) => ({ key: customer, value: status })),
    );
    await store('programs', [
      { key: 'points', value: setting({ 'group.id': name('counting'), changelog: name('points') }) },
      { key: 'gifts', value: setting({ table: name('customers') }) },
      { key: 'report', value: setting({ 'grace.minutes': '0' }) },
    ]);
    await site.commit(name('counting'), 'orders', ends);
  } finally {
    await Promise.allSettled([producer.disconnect(), admin.disconnect()]);
  }
}

const stamp = ({ at }: Order, begin: number) => String(begin + at * minute);

/** A count for each order, as a program writes them that begins at nothing. */
function countsOf(orders: readonly Order[], begin: number): Message[] {
  const counts = new Map<string, number>();
  return orders.map((order) => {
    const count = (counts.get(order.customer) ?? 0) + 1;
    counts.set(order.customer, count);
    return { key: order.customer, value: String(count), timestamp: stamp(order, begin) };
  });
}

/** Where each partition ends. */
async function endsOf(admin: Admin, topic: string): Promise<ReadonlyMap<number, number>> {
  return new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, Number(high)]));
}

async function forget(admin: Admin, topic: string, upTo: ReadonlyMap<number, number>): Promise<void> {
  const partitions = [...upTo].map(([partition, offset]) => ({ partition, offset: String(offset) }));
  // kafkajs finds the leaders of a topic whose offsets it has been asked for (its source, `admin/index.js`).
  await admin.deleteTopicRecords({ topic, partitions: partitions.filter(({ offset }) => offset !== '0') });
}
