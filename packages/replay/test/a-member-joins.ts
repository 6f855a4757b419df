import type { RunEvent } from '@proving/spec';

/** A run of lesson 06: one member owns two partitions, a second joins and everybody stops, the first leaves and the second takes over. */
const topic = 'orders-7f3a';
const group = 'shop-7f3a';
const owned = (...partitions: number[]) => ({ [topic]: partitions });

function joined(t: number, client: string, ...partitions: number[]): readonly RunEvent[] {
  return [
    { type: 'group.join', t, client, group, generation: null },
    { type: 'group.assign', t, client, group, owned: owned(...partitions) },
  ];
}

/** A delivery from each of the partitions every 100 ms. */
function read(client: string, from: number, until: number, ...partitions: number[]): readonly RunEvent[] {
  const times = Array.from({ length: Math.ceil((until - from) / 100) }, (_, i) => from + i * 100);
  return times.flatMap((t) =>
    partitions.map((partition) => ({
      type: 'client.deliver' as const,
      ...{ t, client, topic, partition, offset: Math.round(t / 100), key: null, value: `order ${Math.round(t / 100)}` },
    })),
  );
}

export const aMemberJoins: readonly RunEvent[] = [
  { type: 'arm.begin', t: 0, arm: 'control', seed: 42 },
  { type: 'topic.created', t: 90, topic, title: 'orders', partitions: 2, replicas: 3, config: {} },
  ...joined(300, 'shop', 0, 1),
  ...read('shop', 340, 1500, 0, 1),
  { type: 'group.revoke', t: 1500, client: 'shop', group, owned: owned(0, 1) },
  { type: 'step', t: 2400, text: 'the first is busy, the second waits for it' },
  ...joined(2740, 'shop 2', 1),
  ...joined(2745, 'shop', 0),
  ...[...read('shop', 2800, 4000, 0), ...read('shop 2', 2820, 4600, 1)].sort((a, b) => a.t - b.t).filter(({ t }) => t < 4000),
  { type: 'group.leave', t: 4000, client: 'shop', group },
  ...read('shop 2', 4020, 4300, 1),
  { type: 'group.revoke', t: 4300, client: 'shop 2', group, owned: owned(1) },
  ...joined(4420, 'shop 2', 0, 1),
  ...read('shop 2', 4440, 5200, 0, 1),
  { type: 'observation', t: 5300, arm: 'control', observed: { joins: 4 } },
];
