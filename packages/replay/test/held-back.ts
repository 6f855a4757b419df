import type { RunEvent } from '@proving/spec';

/** A run of lesson 10: a slow transaction is open, a quick one commits behind it, and nothing from the slow one on is readable until it is aborted. */
const topic = 'orders-7f3a';
const records = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ partition: null, key: null, value: `order ${from + i}` }));
let ids = 0;

function sent(t: number, client: string, from: number, to: number, offset: number): readonly RunEvent[] {
  ids += 1;
  const placed = Array.from({ length: to - from + 1 }, (_, i) => ({ partition: 0, offset: offset + i }));
  return [
    { type: 'client.send', t, id: ids, client, topic, acks: -1, records: records(from, to) },
    { type: 'client.ack', t: t + 8, id: ids, client, topic, placed },
  ];
}

function look(t: number, highWatermark: number, lastStable: number): RunEvent {
  const replicas = [1, 2, 3].map((broker) => ({ broker, logEnd: highWatermark }));
  const partition = { partition: 0, leader: 1, epoch: 0, isr: [1, 2, 3], logStart: 0, highWatermark, lastStable, replicas };
  return { type: 'cluster.snapshot', t, topic, brokers: [], partitions: [partition] };
}

export const heldBack: readonly RunEvent[] = [
  { type: 'arm.begin', t: 0, arm: 'control', seed: 42 },
  { type: 'topic.created', t: 90, topic, title: 'orders', partitions: 1, replicas: 3, config: {} },
  look(120, 0, 0),
  ...sent(310, 'producer', 1, 2, 0),
  look(400, 2, 2),
  { type: 'txn.begin', t: 520, client: 'producer (slow)', id: '1' },
  ...sent(540, 'producer (slow)', 3, 5, 2),
  look(600, 5, 2),
  { type: 'txn.begin', t: 840, client: 'producer (quick)', id: '1' },
  ...sent(860, 'producer (quick)', 6, 7, 5),
  { type: 'txn.commit', t: 910, client: 'producer (quick)', id: '1' },
  look(1000, 8, 2),
  ...sent(1100, 'producer', 8, 10, 8),
  look(1200, 11, 2),
  { type: 'txn.abort', t: 1840, client: 'producer (slow)', id: '1' },
  look(1900, 12, 12),
  { type: 'txn.begin', t: 2010, client: 'producer (slow)', id: '2' },
  ...sent(2030, 'producer (slow)', 11, 12, 12),
  { type: 'txn.commit', t: 2240, client: 'producer (slow)', id: '2' },
  look(2300, 15, 15),
  { type: 'observation', t: 2400, arm: 'control', observed: { read: 9 } },
];
