import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append } from '../../src/playgrounds/storage/append.ts';
import { clean } from '../../src/playgrounds/storage/cleaner.ts';
import {
  activeOf,
  bytesOf,
  emptyLog,
  endOf,
  type Log,
  recordsOf,
  type Settings,
  startOf,
} from '../../src/playgrounds/storage/log.ts';
import { retentionCheck } from '../../src/playgrounds/storage/retention.ts';

const minute = 60_000;

type Act = { readonly does: 'send'; readonly key: string; readonly value: string | null } | { readonly does: 'check' | 'clean' };

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      key: fc.constantFrom('a', 'b', 'c'),
      value: fc.constantFrom('x', 'y', null),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'check' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'clean' as const }) },
);

const anySettings = (policy: Settings['cleanup.policy']): fc.Arbitrary<Partial<Settings>> =>
  fc.record({
    'cleanup.policy': fc.constant(policy),
    'segment.ms': fc.constantFrom(2, 5, 1_000).map((n) => n * minute),
    'segment.bytes': fc.constantFrom(150, 300, 2 ** 30),
    'retention.ms': fc.constantFrom(-1, 3 * minute, 20 * minute),
    'retention.bytes': fc.constantFrom(-1, 200, 500),
    'delete.retention.ms': fc.constantFrom(0, 4 * minute),
    'min.cleanable.dirty.ratio': fc.constantFrom(0.01, 0.5),
  });

/** Every state on the way: a minute goes by with each act. */
function statesOf(settings: Partial<Settings>, acts: readonly Act[]): readonly { log: Log; act: Act; before: Log; now: number }[] {
  let log = emptyLog(settings);
  return acts.map((act, i) => {
    const [before, now] = [log, i * minute];
    if (act.does === 'send') log = append(before, [{ key: act.key, value: act.value, timestamp: now }], now).log;
    else log = act.does === 'check' ? retentionCheck(before, now).log : clean(before, now).log;
    return { log, act, before, now };
  });
}

const always = (policy: Settings['cleanup.policy'], holds: (state: ReturnType<typeof statesOf>[number]) => void) =>
  fc.assert(
    fc.property(anySettings(policy), fc.array(anyAct, { maxLength: 40 }), (settings, acts) => {
      for (const state of statesOf(settings, acts)) holds(state);
    }),
  );

const offsetsIn = (log: Log) => log.segments.flatMap(recordsOf).map(({ offset }) => offset);
const newestIn = (log: Log) => new Map(log.segments.flatMap(recordsOf).map(({ key, value }) => [key, value]));

describe.each(['delete', 'compact'] as const)('a log with cleanup.policy=%s', (policy) => {
  it('counts offsets up, each inside its own segment, and never backwards', () =>
    always(policy, ({ log, before, act }) => {
      expect(offsetsIn(log)).toEqual(offsetsIn(log).toSorted((a, b) => a - b));
      log.segments.forEach((segment, i) => {
        const end = log.segments[i + 1]?.base ?? endOf(log);
        for (const { offset } of recordsOf(segment)) expect(offset >= segment.base && offset < end).toBe(true);
      });
      expect(endOf(log)).toBe(endOf(before) + (act.does === 'send' ? 1 : 0));
      expect(startOf(log)).toBeGreaterThanOrEqual(startOf(before));
    }));
});

describe('a retention check', () => {
  it('takes whole segments from the left and leaves the others as they are', () =>
    always('delete', ({ log, before, act }) => {
      if (act.does !== 'check') return;
      const left = before.segments.slice(before.segments.length - log.segments.length);
      if (log.segments.length === 1 && startOf(log) === endOf(log)) expect(offsetsIn(log)).toEqual([]);
      else expect(log.segments).toEqual(left);
    }));

  it('by size leaves at least the limit, and would not with a segment less', () =>
    always('delete', ({ log, before, act }) => {
      const limit = before.settings['retention.bytes'];
      if (act.does !== 'check' || limit < 0 || before.settings['retention.ms'] >= 0) return;
      const size = (of: Log) => of.segments.reduce((sum, segment) => sum + bytesOf(segment), 0);
      expect(size(log)).toBeGreaterThanOrEqual(Math.min(limit, size(before)));
      const [first] = log.segments;
      if (first && recordsOf(first).length > 0) expect(size(log) - bytesOf(first)).toBeLessThan(limit);
    }));
});

describe('a cleaning', () => {
  it('never touches the active segment', () =>
    always('compact', ({ log, before, act }) => {
      if (act.does === 'clean') expect(activeOf(log)).toEqual(activeOf(before));
    }));

  it('leaves a reader of everything with the same newest values, but for keys that were deleted', () =>
    always('compact', ({ log, before, act }) => {
      if (act.does !== 'clean') return;
      const after = newestIn(log);
      for (const [key, value] of newestIn(before)) expect(after.get(key) ?? null).toBe(value);
    }));

  it('leaves one record for each key in what it has been through', () =>
    always('compact', ({ log, act, before, now }) => {
      if (act.does !== 'clean' || clean(before, now).skipped !== null) return;
      const keys = log.segments
        .slice(0, -1)
        .flatMap(recordsOf)
        .map(({ key }) => key);
      expect(keys).toEqual([...new Set(keys)]);
    }));
});
