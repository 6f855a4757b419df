import { crc32 as crc32OfZlib } from 'node:zlib';
import type { Trace } from '@proving/spec';
import fc from 'fast-check';
import { Partitioners } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../src/playgrounds/partitioner/crc32.ts';
import { expectedShare, hasMoved, leastShare, movesOf } from '../../src/playgrounds/partitioner/growth.ts';
import { murmur2 } from '../../src/playgrounds/partitioner/murmur2.ts';
import { type PartitionerId, partitionerOf, partitioners } from '../../src/playgrounds/partitioner/partitioners.ts';
import { spreadOf } from '../../src/playgrounds/partitioner/spread.ts';
import { eventsOf, lessonFolders, observedIn, traceOf, tracesOf } from './traces.ts';

const lesson = '03-keys-and-partitioners';
const bytes = (text: string) => new TextEncoder().encode(text);
const counts = fc.integer({ min: 1, max: 64 });

describe('the hashes', () => {
  it('are what others compute: hashes in the test of partitioners in librdkafka, tests/0048-partitioner.c', () => {
    const known: readonly (readonly [string, number, number])[] = [
      ['', 0x106e08d9, 0],
      ['23456', 0x058d780f, 0xb1b451d7],
      ['this is another string with more length to it perhaps', 0x4f7703da, 0xb0150df7],
      ['hejsan', 0x5ec19395, 0xd077037e],
    ];
    expect(known.map(([key]) => [key, murmur2(bytes(key)) & 0x7fffffff, crc32(bytes(key))])).toEqual(known);
  });

  it('crc32 is that of zlib', () => {
    fc.assert(fc.property(fc.uint8Array(), (key) => void expect(crc32(key)).toBe(crc32OfZlib(key))));
  });

  it('murmur2 is that of kafkajs, whatever the bytes', () => {
    const byKafkajs = Partitioners.DefaultPartitioner();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), counts, (key, count) => {
        const partitionMetadata = Array.from({ length: count }, (_, partitionId) => metadata(partitionId));
        const message = { key: Buffer.from(bytes(key)), value: null };
        expect(partitionerOf('java').place(key, count).partition).toBe(byKafkajs({ topic: 't', partitionMetadata, message }));
      }),
    );
  });

  it('give every key one of the partitions', () => {
    fc.assert(
      fc.property(fc.string(), counts, fc.constantFrom(...partitioners), (key, count, { place }) => {
        const { partition, positive } = place(key, count);
        expect(partition).toBeGreaterThanOrEqual(0);
        expect(partition).toBeLessThan(count);
        expect(positive).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('of Java and of @platformatic/kafka agree where the count is a power of two', () => {
    const powers = fc.constantFrom(1, 2, 4, 8, 16, 32, 64);
    fc.assert(
      fc.property(fc.string(), powers, (key, count) => void expect(at('unsigned', key, count)).toBe(at('java', key, count))),
    );
  });
});

describe('the recorded runs', () => {
  it('of all lessons: every keyed record of kafkajs lies where the model puts it', () => {
    const traces = lessonFolders().flatMap((folder) => tracesOf(folder));
    const still = traces.filter(({ header }) => header.experiment !== '03-one-more-partition');
    const placed = still.flatMap(keyedIn).filter(({ client }) => !client.startsWith('platformatic'));
    expect(placed.length).toBeGreaterThan(6_000);
    expect(new Set(placed.map(({ count }) => count)).size).toBeGreaterThan(3);
    expect(placed.filter(({ key, count, partition }) => at('java', key, count) !== partition)).toEqual([]);
  });

  it.each([
    ['treatment', 'unsigned'],
    ['power-of-two', 'unsigned'],
    ['compatible', 'java'],
  ] as const)('03.02 %s: @platformatic/kafka places by the rule "%s"', (arm, id) => {
    const placed = keyedIn(traceOf(lesson, '02-two-libraries', arm)).filter(({ client }) => client.startsWith('platformatic'));
    expect(placed).toHaveLength(1_000);
    expect(placed.filter(({ key, count, partition }) => at(id, key, count) !== partition)).toEqual([]);
  });

  it('03.03: the keys that the model moves are those that moved', () => {
    const trace = traceOf(lesson, '03-one-more-partition', 'treatment');
    const [before, after] = [keyedIn(trace).slice(0, 1_000), keyedIn(trace).slice(1_000)];
    const moves = movesOf(
      before.map(({ key }) => key),
      partitionerOf('java'),
      3,
      4,
    );
    expect(moves).toEqual(before.map(({ key, partition }, i) => ({ key, from: partition, to: after[i]?.partition })));
    expect(1_000 - moves.filter(hasMoved).length).toBe(observedIn(trace)['stayed']);
  });

  it('03.03: a producer that was not told goes on by the old count', () => {
    const placed = keyedIn(traceOf(lesson, '03-one-more-partition', 'untold'));
    expect(placed.filter(({ key, partition }) => at('java', key, 3) !== partition)).toEqual([]);
  });
});

describe('growth', () => {
  it('moves the share that the remainders say, counted over a whole round of hashes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 24 }), (from, to) => {
        const round = from * to;
        const moved = Array.from({ length: round }, (_, hash) => hash).filter((hash) => hash % from !== hash % to);
        expect(expectedShare(from, to)).toBeCloseTo(moved.length / round, 12);
        expect(expectedShare(from, to)).toBeGreaterThanOrEqual(leastShare(from, to) - 1e-12);
      }),
    );
  });

  it('is at its least where the count is multiplied, and nowhere else', () => {
    expect([3, 6, 9].map((to) => [expectedShare(3, to), leastShare(3, to)])).toEqual([
      [0, 0],
      [0.5, 0.5],
      [1 - 1 / 3, 1 - 1 / 3],
    ]);
    expect([expectedShare(3, 4), leastShare(3, 4)]).toEqual([0.75, 0.25]);
  });
});

describe('the spread', () => {
  it.each([
    [[], 3, { kind: 'nothing' }],
    [['bob', 'alice'], 1, { kind: 'one-partition' }],
    [['bob', 'bob'], 3, { kind: 'one-key', key: 'bob' }],
    [['alice', 'order-42'], 3, { kind: 'together', keys: 2, oneIn: 3 }],
    [['bob', 'bob', 'bob', 'user-2'], 3, { kind: 'hot-key', key: 'bob', share: 0.75 }],
    [['bob', 'user-2'], 3, { kind: 'gaps', empty: 1, expected: expect.closeTo(4 / 3) }],
    [['bob', 'user-2'], 2, { kind: 'together', keys: 2, oneIn: 2 }],
  ])('of %j over %i', (records, count, spread) => {
    expect(spreadOf(records, (key) => at('java', key, count), count)).toEqual(spread);
  });

  it('says "everywhere" only where no partition is empty', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), counts, (records, count) => {
        const { kind } = spreadOf(records, (key) => at('java', key, count), count);
        const used = new Set(records.map((key) => at('java', key, count))).size;
        if (kind === 'everywhere') expect(used).toBe(count);
        if (kind === 'gaps') expect(used).toBeLessThan(count);
      }),
    );
  });
});

const at = (id: PartitionerId, key: string, count: number) => partitionerOf(id).place(key, count).partition;

/** Records that had a key and were not told where to go, with the place that the broker's answer named. */
function keyedIn(trace: Trace) {
  const partitions = new Map(eventsOf(trace, 'topic.created').map(({ topic, partitions: count }) => [topic, count]));
  const answers = new Map(eventsOf(trace, 'client.ack').map(({ id, placed }) => [id, placed]));
  return eventsOf(trace, 'client.send').flatMap(({ id, client, topic, records }) =>
    records.flatMap(({ key, partition }, i) => {
      const placed = answers.get(id)?.[i];
      const count = partitions.get(topic);
      if (key === null || partition !== null || !placed || count === undefined) return [];
      return [{ client, key, count, partition: placed.partition }];
    }),
  );
}

const metadata = (partitionId: number) => ({ partitionErrorCode: 0, partitionId, leader: 1, replicas: [1], isr: [1] });
