import type { Lab, Topic } from '@proving/lab';
import type { Shop } from './story.ts';

const aMonthAgo = Date.now() - 30 * 86_400_000;
const aYear = `${365 * 86_400_000}`;
const who = ['ada', 'bob', 'cy', 'dan', 'eve'];
const cities = [
  'Oslo',
  'Rome',
  'Bonn',
  'Turin',
  'Lyon',
  'Graz',
  'Bern',
  'Kiel',
  'Brno',
  'York',
];

// #region numbers
/** Fifty moves; and the orders of five customers behind their fourth move, each to be answered by `Turin`. */
export const [moves, orders] = [who.length * cities.length, who.length];
export const asThen = who.map((key) => `${key}: pen to ${cities[3]}`);
// #endregion

const kept = { 'cleanup.policy': 'compact', 'min.compaction.lag.ms': aYear };
const compacted = { 'cleanup.policy': 'compact', 'min.cleanable.dirty.ratio': '0.01' };

export interface History extends Shop {
  /** When it began, ms since 1970. */
  readonly zero: number;
  readonly today: () => Promise<void>;
}

/** Five customers who moved ten times, a month ago, and ordered once. Their addresses lie in one open segment. */
export async function aMonth(lab: Lab, isCompacted: boolean): Promise<History> {
  const config = isCompacted ? compacted : kept;
  const addresses = await lab.topic({ title: 'addresses', config });
  const placed = await lab.topic({ title: 'orders', config: { 'retention.ms': '-1' } });
  const producer = await lab.connect(lab.kafka.producer());
  const moved = cities.flatMap((value, i) =>
    who.map((key) => ({ key, value, timestamp: `${aMonthAgo + i * 1_000}` })),
  );
  const pens = who.map((key) => ({ key, value: 'pen', timestamp: `${aMonthAgo + 3_500}` }));
  await producer.send({ topic: addresses.name, messages: moved });
  await producer.send({ topic: placed.name, messages: pens });
  /** A move of today. It closes the segment of the others, a month older, so that it may be compacted. */
  const today = async () => {
    const move = { key: 'zoe', value: 'Oslo', timestamp: `${Date.now()}` };
    await producer.send({ topic: addresses.name, messages: [move] });
  };
  return { addresses, orders: placed, zero: aMonthAgo, today };
}

/** Waits until the cleaner has left what it may leave: one move of each customer, and the one of today. */
export async function cleaned(lab: Lab, addresses: Topic): Promise<void> {
  const left = async () => (await lab.readAll(addresses)).length;
  const isClean = async () => (await left()) === who.length + 1;
  await lab.eventually('the addresses are compacted', isClean, { giveUpAfter: '60s' });
}
