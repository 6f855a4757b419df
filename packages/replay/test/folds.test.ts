import type { RunEvent } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  batches,
  type Fold,
  groups,
  groupTimelines,
  joins,
  ladder,
  lags,
  lanes,
  letters,
  pausesOf,
  segments,
  timeline,
  transactions,
  transcript,
  views,
  windows,
} from '../src/index.ts';
import { anyEvents, anyRun } from './any-events.ts';

const folds = {
  batches,
  groups,
  groupTimelines,
  joins,
  ladder,
  lags,
  lanes,
  letters,
  segments,
  timeline,
  transactions,
  views,
  windows,
} as Record<string, Fold<unknown>>;

describe.each(Object.entries(folds))('%s', (_, fold) => {
  it('at time t is the fold of the events until t', () => {
    fc.assert(
      fc.property(anyRun, fc.nat(5_000), (events, t) => {
        const prefix = events.slice(0, events.findLastIndex((event) => event.t <= t) + 1);
        expect(fold.at(events, t)).toEqual(fold.of(prefix));
      }),
    );
  });

  it('takes any order of events, one at a time, and leaves the model it was given as it was', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const last = events.reduce((model, event) => {
          const before = JSON.stringify(model);
          const next = fold.step(model, event);
          expect(JSON.stringify(model)).toBe(before);
          return next;
        }, fold.initial);
        expect(last).toEqual(fold.of(events));
      }),
    );
  });

  it('is made of JSON: a round trip of events or model changes nothing', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const model = fold.of(events);
        expect(JSON.parse(JSON.stringify(model))).toEqual(model);
        expect(fold.of(JSON.parse(JSON.stringify(events)))).toEqual(model);
      }),
    );
  });
});

it('a transcript has a sentence for every line of the timeline', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const said = transcript(events);
      for (const [i, item] of timeline.of(events).items.entries()) expect(said[i]).toContain(item.sentence);
    }),
  );
});

it('no record is counted twice: lanes hold each offset of a partition once, in order', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      for (const topic of lanes.of(events).topics)
        for (const lane of topic.lanes) {
          const offsets = lane.records.map((record) => record.offset);
          expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b));
          expect(lane.count).toBe(lane.records.length);
        }
    }),
  );
});

it('a record that a long log has forgotten is not counted again when it is read', () => {
  const [topic, client, count] = ['orders-7f3a', 'producer', 600];
  const records = Array.from({ length: count }, (_, i) => ({ partition: 0, key: null, value: `order ${i + 1}` }));
  const placed = records.map((_, offset) => ({ partition: 0, offset }));
  const written: readonly RunEvent[] = [
    { type: 'topic.created', t: 0, topic, title: 'orders', partitions: 1, replicas: 3, config: {} },
    { type: 'client.send', t: 1, id: 1, client, topic, acks: -1, records },
    { type: 'client.ack', t: 2, id: 1, client, topic, placed },
  ];
  const read = records.map(({ key, value }, offset): RunEvent => {
    return { type: 'client.deliver', t: 3 + offset, client: 'reader', topic, partition: 0, offset, key, value };
  });
  for (const events of [written, [...written, ...read]]) {
    expect(lanes.of(events).topics[0]?.lanes[0]?.count).toBe(count);
    expect(transactions.of(events).logs[0]?.count).toBe(count);
  }
  expect(lanes.of([...written, ...read]).topics[0]?.lanes[0]?.readers['reader']).toEqual({ read: count, next: count });
});

it('a partition has one owner at a time, and rests in between', () => {
  fc.assert(
    fc.property(anyRun, (events) => {
      for (const row of groupTimelines.of(events).groups.flatMap(({ partitions }) => partitions)) {
        for (const [i, span] of row.spans.entries()) {
          const next = row.spans[i + 1];
          if (next) expect(span.until ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(next.from);
        }
        for (const pause of pausesOf(row)) if (pause) expect(pause.until ?? 5_000).toBeGreaterThanOrEqual(pause.from);
      }
    }),
  );
});

it('every transaction that ended had begun, and a producer has one open at most', () => {
  fc.assert(
    fc.property(anyRun, (events) => {
      const { producers } = transactions.of(events);
      const begins = events.filter(({ type }) => type === 'txn.begin').length;
      expect(
        producers
          .flatMap((each) => each.transactions)
          .map(({ index }) => index)
          .sort((a, b) => a - b),
      ).toEqual(Array.from({ length: begins }, (_, i) => i));
      for (const { begun, ended } of producers.flatMap((each) => each.transactions))
        expect(ended ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(begun);
    }),
  );
});
