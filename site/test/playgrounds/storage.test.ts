import type { RunEventOf, Trace } from '@proving/spec';
import { describe, expect, it } from 'vitest';
import { append } from '../../src/playgrounds/storage/append.ts';
import { clean } from '../../src/playgrounds/storage/cleaner.ts';
import {
  bytesOf,
  emptyLog,
  endOf,
  type Log,
  newestOf,
  recordsOf,
  type Sent,
  type Settings,
} from '../../src/playgrounds/storage/log.ts';
import { retentionCheck } from '../../src/playgrounds/storage/retention.ts';
import { eventsOf, observedIn, traceOf } from './traces.ts';

const lesson = '11-storage';
const hour = 3_600_000;
const now = Date.UTC(2026, 10, 21);

describe('lesson 11, recorded', () => {
  it.each([
    ['treatment', 1],
    ['control', 100],
  ])('01 %s: a hundred orders in %i batches take as many bytes', (arm, batches) => {
    const trace = traceOf(lesson, '01-alone-or-together', arm);
    const log = replayed(trace, () => 0);
    expect(log.segments[0]?.batches).toHaveLength(batches);
    expect(log.segments.map(bytesOf)).toEqual([observedIn(trace)['bytes']]);
  });

  it.each([
    ['treatment', [-2, 0]],
    ['bothOld', [-2, -2]],
    ['tomorrow', [-2, 24]],
    ['twoSegments', [-2, 0]],
  ])('03 %s: what is kept for an hour', (arm, times) => {
    const trace = traceOf(lesson, '03-kept-for-an-hour', arm);
    const snapshots = storageIn(trace, 'orders');
    const before = replayed(trace, (i) => times[i] ?? 0);
    expect(shapeOf(before)).toEqual(shapeIn(snapshots[0]));
    const { log } = retentionCheck({ ...before, settings: { ...before.settings, 'retention.ms': hour } }, now);
    // Where nothing went there is no second event: a state is told when it has changed.
    expect(shapeOf(log)).toEqual(shapeIn(snapshots[1] ?? snapshots[0]));
    expect(log.segments.flatMap(recordsOf).map(({ value }) => value)).toEqual(observedIn(trace)['left']);
  });

  it.each([
    ['control', [0]],
    ['treatment', [0, 1, 2]],
  ])('04 %s: a limit of 2.5 MB in each partition', (arm, partitions) => {
    const trace = traceOf(lesson, '04-kept-by-size', arm);
    const left = partitions.map((partition) => {
      const [before, after] = storageIn(trace, 'catalogues', partition);
      const full = replayed(trace, () => 0, { partition, valueBytes: 600_000 });
      expect(shapeOf(full)).toEqual(shapeIn(before));
      const { log } = retentionCheck(full, now);
      expect(shapeOf(log)).toEqual(shapeIn(after ?? before));
      return log.segments.flatMap(recordsOf).length;
    });
    expect(left.reduce((sum, count) => sum + count, 0)).toBe(observedIn(trace)['left']);
  });

  it.each(['treatment', 'control'])('05 %s: compaction leaves the newest of each key behind the active segment', (arm) => {
    const trace = traceOf(lesson, '05-only-the-newest', arm);
    const [before, after] = storageIn(trace, 'addresses');
    const full = replayed(trace, (i) => (i < 10 ? -48 : i < 12 ? -24 : 0));
    expect(shapeOf(full)).toEqual(shapeIn(before));
    const { log, removed } = clean(full, now);
    expect(shapeOf(log)).toEqual(shapeIn(after));
    expect(removed).toHaveLength(Number(observedIn(trace)['sent']) - Number(observedIn(trace)['left']));
    expect(clean(log, now).skipped).toBe('nothing-new');
  });

  it.each(['treatment', 'aDay'])('06 %s: a tombstone goes with a later cleaning, or not yet', (arm) => {
    const trace = traceOf(lesson, '06-forget-ada', arm);
    const [before, cleaned, busy, after] = storageIn(trace, 'addresses');
    const day = [-96, -72, -48, -24, 0];
    const first = replayed(trace, (i) => day[i] ?? 0, { sends: 3 });
    expect(shapeOf(first)).toEqual(shapeIn(before));
    const once = clean(first, now).log;
    expect(shapeOf(once)).toEqual(shapeIn(cleaned));
    const more = sendsOf(trace, 'addresses')
      .slice(3)
      .reduce((log, [record], i) => append(log, [sent(record, day[3 + i] ?? 0)], now).log, once);
    expect(shapeOf(more)).toEqual(shapeIn(busy));
    const twice = clean(more, now + 1).log;
    expect(shapeOf(twice)).toEqual(shapeIn(after));
    const left = twice.segments.flatMap(recordsOf).map(({ key, value }) => (value === null ? `${key} null` : key));
    expect(left.join(', ')).toBe(observedIn(trace)['left']);
  });

  it('06 quiet: without new records there is no second cleaning', () => {
    const trace = traceOf(lesson, '06-forget-ada', 'quiet');
    const [, cleaned] = storageIn(trace, 'addresses');
    const once = clean(
      replayed(trace, (i) => -96 + 24 * i, { sends: 3 }),
      now,
    ).log;
    expect(shapeOf(once)).toEqual(shapeIn(cleaned));
    expect(clean(once, now + 48 * hour)).toMatchObject({ skipped: 'nothing-new', removed: [] });
  });
});

type Records = RunEventOf<'client.send'>['records'];

const sendsOf = (trace: Trace, title: string): readonly Records[] => {
  const topic = eventsOf(trace, 'topic.created').find((created) => created.title === title)?.topic;
  return eventsOf(trace, 'client.send').flatMap((send) => (send.topic === topic ? [send.records] : []));
};

const sent = (record: Records[number] | undefined, hours: number, valueBytes?: number): Sent => ({
  key: record?.key ?? null,
  value: record?.value ?? null,
  timestamp: now + hours * hour,
  ...(valueBytes === undefined ? {} : { valueBytes }),
});

/** Sends the run's first topic what the run sent it. A trace has no time stamps of records; `hoursOf` says those of the experiment. */
function replayed(
  trace: Trace,
  hoursOf: (send: number) => number,
  only: { partition?: number; sends?: number; valueBytes?: number } = {},
): Log {
  const created = eventsOf(trace, 'topic.created')[0];
  const numbers = Object.entries(created?.config ?? {}).map(([name, value]) => [
    name,
    Number.isNaN(Number(value)) ? value : Number(value),
  ]);
  const sends = sendsOf(trace, created?.title ?? '').slice(0, only.sends);
  return sends.reduce(
    (log, records, i) => {
      const here = records.filter(
        ({ partition }) => partition === null || only.partition === undefined || partition === only.partition,
      );
      const batch = here.map((record) => sent(record, hoursOf(i), only.valueBytes));
      return batch.length === 0 ? log : append(log, batch, now).log;
    },
    emptyLog(Object.fromEntries(numbers) as Partial<Settings>),
  );
}

const storageIn = (trace: Trace, title: string, partition = 0) => {
  const topic = eventsOf(trace, 'topic.created').find((created) => created.title === title)?.topic;
  return eventsOf(trace, 'storage.snapshot').filter((event) => event.topic === topic && event.partition === partition);
};

/** What of a segment can be compared: all but the hour on the clock. */
const shapeIn = (snapshot: RunEventOf<'storage.snapshot'> | undefined) =>
  snapshot?.segments.map(({ newest, ...segment }) => ({ ...segment, empty: newest === null }));

function shapeOf(log: Log) {
  return log.segments.map((segment, i) => ({
    base: segment.base,
    end: log.segments[i + 1]?.base ?? endOf(log),
    bytes: bytesOf(segment),
    records: recordsOf(segment).length,
    active: i === log.segments.length - 1,
    offsets: runsOf(recordsOf(segment).map(({ offset }) => offset)),
    empty: newestOf(segment) === null,
  }));
}

function runsOf(offsets: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const offset of offsets) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === offset) last[1] = offset;
    else runs.push([offset, offset]);
  }
  return runs;
}
