import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, merge, verifyChain } from '../src/index.ts';
import { anyFact, anyLog, entriesOf } from './seed.ts';

describe('merge', () => {
  // Logs that overlap as real ones do: each a part of the same history, some with a line that was edited.
  const parts = anyLog.chain((log) => {
    const part = fc
      .subarray([...log])
      .chain((some) =>
        fc.boolean().map((edit) => (edit ? some.map((each, i) => (i === 0 ? { ...each, course: '9.9.9' } : each)) : some)),
      );
    return fc.tuple(part, part, part);
  });

  test('is commutative', () => {
    fc.assert(
      fc.property(parts, ([a, b]) => {
        expect(merge(a, b)).toEqual(merge(b, a));
      }),
    );
  });
  test('is associative', () => {
    fc.assert(
      fc.property(parts, ([a, b, c]) => {
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      }),
    );
  });
  test('is idempotent', () => {
    fc.assert(
      fc.property(parts, ([a, b]) => {
        const once = merge(a, b);
        expect(merge(once, b)).toEqual(once);
        expect(merge(once, once)).toEqual(once);
      }),
    );
  });
  test('loses nothing and makes nothing', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (a, b) => {
        const ids = new Set([...a, ...b].map(({ id }) => id));
        const merged = merge(a, b);
        expect(merged.map(({ id }) => id)).toEqual([...ids].sort());
        for (const entry of merged) expect([...a, ...b]).toContainEqual(entry);
      }),
    );
  });
  test('the fold does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        expect(fold(log)).toEqual(fold(merge(log, log)));
      }),
    );
  });
});

describe('verifyChain', () => {
  test('finds nothing in whole logs, merged in any order', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        expect(verifyChain(log)).toEqual([]);
      }),
    );
  });

  test('marks the edited line, and no other', () => {
    const anyEdit = fc
      .array(anyFact, { minLength: 1, maxLength: 8 })
      .chain((facts) => fc.tuple(fc.constant(entriesOf(facts)), fc.nat(facts.length - 1)));
    fc.assert(
      fc.property(anyEdit, ([entries, i]) => {
        const edited = entries.with(i, { ...(entries[i] as (typeof entries)[number]), at: '2030-01-01T00:00:00.000Z' });
        expect(verifyChain(edited)).toEqual([edited[i]]);
      }),
    );
  });

  test('marks the line behind one that was taken away', () => {
    const entries = entriesOf([1, 2, 3, 4].map((step) => ({ kind: 'step.read', lesson: '07-x', step })));
    expect(verifyChain(entries.filter((_, i) => i !== 1))).toEqual([entries[2]]);
  });

  test('does not mind in which order a tool wrote the fields', () => {
    const turned = entriesOf([{ kind: 'hint', lesson: '07-x', task: 't', rung: 1 }]).map((entry) =>
      Object.fromEntries(Object.entries(entry).reverse()),
    );
    expect(verifyChain(turned as never)).toEqual([]);
  });
});
