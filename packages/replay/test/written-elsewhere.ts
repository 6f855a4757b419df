import type { RunEvent } from '@proving/spec';

const topic = 'counts-7f3a';
const up = [1, 2, 3].map((broker) => ({ broker, state: 'up' as const }));
const copies = (logEnd: number) => [1, 2, 3].map((broker) => ({ broker, logEnd }));
const partition = (index: number, end: number) => ({
  ...{ partition: index, leader: 1, epoch: 0, isr: [1, 2, 3], logStart: 0, highWatermark: end, lastStable: end },
  replicas: copies(end),
});

/** A topic of two partitions that a program writes which nobody records. The cluster shows that it grows; then somebody reads it. */
export const writtenElsewhere: readonly RunEvent[] = [
  { type: 'topic.created', t: 10, topic, title: 'counts', partitions: 2, replicas: 3, config: {} },
  { type: 'cluster.snapshot', t: 20, topic, brokers: up, partitions: [partition(0, 0), partition(1, 0)] },
  { type: 'cluster.snapshot', t: 900, topic, brokers: up, partitions: [partition(0, 3), partition(1, 0)] },
  {
    ...{ type: 'records.found', t: 1200, topic, title: 'counts' },
    partitions: [{ partition: 0, records: [1, 2, 3].map((n, i) => ({ offset: i, key: 'ada', value: `${n}` })), more: 0 }],
  },
  { type: 'client.deliver', t: 1300, client: 'reader', topic, partition: 0, offset: 0, key: 'ada', value: '1' },
];
