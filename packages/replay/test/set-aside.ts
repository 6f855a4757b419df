import type { RunEvent } from '@proving/spec';

/** A run that sets records aside: order 2 by way of the retry topic, order four for good, orders 5 and 6 not reached. */
const created = (t: number, title: string): RunEvent => ({
  type: 'topic.created',
  ...{ t, topic: `${title}-7f3a`, title, partitions: 1, replicas: 3, config: {} },
});

function sent(t: number, id: number, title: string, from: number, ...values: string[]): readonly RunEvent[] {
  const topic = `${title}-7f3a`;
  const records = values.map((value) => ({ partition: null, key: 'customer-1', value }));
  const placed = values.map((_, i) => ({ partition: 0, offset: from + i }));
  return [
    { type: 'client.send', t, id, client: 'packer', topic, acks: -1, records },
    { type: 'client.ack', t: t + 10, id, client: 'packer', topic, placed },
  ];
}

export const setAside: readonly RunEvent[] = [
  created(80, 'orders'),
  created(90, 'retries'),
  created(100, 'labels'),
  created(110, 'dead-letters'),
  ...sent(300, 1, 'orders', 0, 'order 1', 'order 2', 'order 3', 'order four', 'order 5', 'order 6'),
  ...sent(600, 2, 'labels', 0, 'order 1'),
  ...sent(700, 3, 'retries', 0, 'order 2'),
  ...sent(800, 4, 'labels', 1, 'order 3'),
  ...sent(900, 5, 'dead-letters', 0, 'order four'),
  ...sent(1100, 6, 'retries', 1, 'order 2'),
  ...sent(1400, 7, 'labels', 2, 'order 2'),
];
