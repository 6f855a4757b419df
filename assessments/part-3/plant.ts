import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { type Site, setting } from '@proving/lab';
import type { Message } from 'kafkajs';
import { ask, versions } from './contract.ts';
import { dayOf, type Order, partitions, type Sent } from './shop.ts';

/** The morning after: an hour of the new till lies in the log, and the shipper has committed all of it. */
export async function plant(site: Site): Promise<void> {
  await site.createTopic('orders', partitions);
  await site.createTopic('dead-letters', 2);
  for (const title of ['parcels', 'programs']) await site.createTopic(title, 1);
  const encode = await tillsOf(site);
  const producer = site.kafka.producer();
  try {
    await producer.connect();
    const store = (title: string, messages: Message[]) => producer.send({ topic: site.name(title), acks: -1, messages });
    const stored: Stored[] = [];
    for (const sent of dayOf(site.seed)) {
      const message = { key: sent.placed.customer, value: await encode[sent.by](sent.placed) };
      const [told] = await store('orders', [message]);
      stored.push({ ...sent, message, partition: told?.partition ?? 0, offset: Number(told?.baseOffset) });
    }
    const shipped = stored.filter(({ fate }) => fate === 'shipped');
    await store(
      'parcels',
      shipped.map(({ placed }) => ({ key: placed.customer, value: placed.order })),
    );
    await store('dead-letters', lettersOf(site.name('orders'), stored));
    await store('programs', [
      { key: 'till', value: setting({ schema: 'latest' }) },
      { key: 'shipper', value: setting({ 'group.id': site.name('shipping'), first: 'commit' }) },
    ]);
    const ends = Array.from({ length: partitions }, (_, at) => stored.filter(({ partition }) => partition === at).length);
    await site.commit(site.name('shipping'), 'orders', new Map(ends.entries()));
  } finally {
    await producer.disconnect();
  }
}

/** Two good versions under a strict level; then the level is taken away, and the third goes in. */
async function tillsOf(site: Site): Promise<Record<Sent['by'], (order: Order) => Promise<Buffer>>> {
  const schemas = new SchemaRegistry({ host: site.registry as string });
  const level = (compatibility: string) => ask(site, '/config/SUBJECT', 'PUT', { compatibility });
  const register = async (version: object) => {
    const told = await ask(site, '/subjects/SUBJECT/versions', 'POST', { schema: JSON.stringify(version) });
    return (told as { id: number }).id;
  };
  await register(versions[0]);
  await level('FULL_TRANSITIVE');
  const good = await register(versions[1]);
  await level('NONE');
  const bad = await register(versions[2]);
  return {
    'old till': (order) => schemas.encode(good, order),
    'new till': ({ article, ...order }) => schemas.encode(bad, { ...order, item: article }),
  };
}

interface Stored extends Sent {
  readonly message: Message;
  readonly partition: number;
  readonly offset: number;
}

/**
 * The letters of a customer change the partition from the first to the second, and every other customer's begin in the other one. So
 * whoever reads one partition after the other meets some of them the wrong way round, whichever comes first.
 */
function lettersOf(topic: string, stored: readonly Stored[]): Message[] {
  const unreadable = stored.filter(({ fate }) => fate === 'set aside, unreadable');
  const behind = stored.filter(({ fate }) => fate === 'set aside, behind another one');
  const customers = [...new Set(unreadable.map(({ placed }) => placed.customer))];
  const letter = (each: Stored, round: 0 | 1, error: string): Message => {
    const { key = null, value } = each.message;
    const from = { 'dead.topic': topic, 'dead.partition': `${each.partition}`, 'dead.offset': `${each.offset}` };
    const partition = (customers.indexOf(each.placed.customer) + round) % 2;
    return { key, value, headers: { ...from, 'dead.error': error }, partition };
  };
  const before = ({ placed }: Stored) => unreadable.find((each) => each.placed.customer === placed.customer) as Stored;
  return [
    ...unreadable.map((each) => letter(each, 0, 'no matching field for default-less shop.Order.article')),
    ...behind.map((each) =>
      letter(each, 1, `waits behind partition ${before(each).partition}, offset ${before(each).offset}, of the same customer`),
    ),
  ];
}
