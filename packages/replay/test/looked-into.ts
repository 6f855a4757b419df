import type { RunEvent, StoredBatch, StoredSegment } from '@proving/spec';

/** Runs that looked into a group's lag, a log's segments, a log's batches: lessons 04, 08 and 12 in small. */
const topic = 'orders-7f3a';
const created: RunEvent = { type: 'topic.created', t: 90, topic, title: 'orders', partitions: 1, replicas: 3, config: {} };

function lag(t: number, ...partitions: (readonly [committed: number | null, logEnd: number])[]): RunEvent {
  const all = partitions.map(([committed, logEnd], partition) => ({ partition, committed, logEnd }));
  return { type: 'group.lag', t, group: 'shop-7f3a', topic, partitions: all };
}

/** Two partitions are filled; the second one is read slowly. */
export const fallsBehind: readonly RunEvent[] = [
  created,
  lag(400, [null, 0], [null, 0]),
  lag(500, [0, 10], [0, 10]),
  lag(700, [10, 20], [2, 20]),
  lag(900, [20, 30], [4, 30]),
  lag(1200, [30, 30], [8, 30]),
  lag(1700, [30, 30], [14, 30]),
  lag(2300, [30, 30], [24, 30]),
  lag(2600, [30, 30], [30, 30]),
  { type: 'step', t: 3000, text: 'all is read' },
];

function segment(base: number, end: number, offsets: readonly (readonly [number, number])[], active = false): StoredSegment {
  const records = offsets.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const runs = offsets.map(([from, to]): [number, number] => [from, to]);
  return { base, end, bytes: records * 172, records, active, newest: 1_795_000_000_000, offsets: runs };
}

function look(t: number, ...segments: StoredSegment[]): RunEvent {
  return { type: 'storage.snapshot', t, topic, partition: 0, broker: 2, segments };
}

/** Four segments; the cleaner leaves the last record of each key in the closed ones, later the oldest is deleted. */
export const compacted: readonly RunEvent[] = [
  created,
  look(600, segment(0, 8, [[0, 7]]), segment(8, 16, [[8, 15]]), segment(16, 24, [[16, 23]]), segment(24, 30, [[24, 29]], true)),
  look(
    1900,
    segment(0, 16, [
      [3, 3],
      [11, 11],
    ]),
    segment(16, 24, [[19, 23]]),
    segment(24, 30, [[24, 29]], true),
  ),
  look(4100, segment(16, 24, [[19, 23]]), segment(24, 30, [[24, 29]], true)),
];

const batch = (base: number, records: number, bytes: number, more: Partial<StoredBatch> = {}): StoredBatch => ({
  ...{ base, last: base + records - 1, bytes, records, codec: 'none', kind: 'plain', producer: null },
  ...more,
});

/** One record a batch, fifty a batch, fifty packed, and a transaction with its marker. */
export const packed: readonly RunEvent[] = [
  created,
  {
    ...{ type: 'storage.batches', t: 900, topic, partition: 0, broker: 3 },
    batches: [
      batch(0, 1, 134),
      batch(1, 1, 134),
      batch(2, 50, 3813),
      batch(52, 50, 655, { codec: 'gzip' }),
      batch(102, 2, 207, { kind: 'transactional', producer: { id: 4, epoch: 0, sequence: 0 } }),
      batch(104, 1, 78, { kind: 'marker', producer: { id: 4, epoch: 0, sequence: -1 } }),
    ],
    more: { batches: 20, bytes: 2680, records: 20 },
  },
];
