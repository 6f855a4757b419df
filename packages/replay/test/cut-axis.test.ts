import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutAxis, ticksOf } from '../src/index.ts';

const span = fc
  .tuple(fc.integer({ min: -50_000, max: 5_000_000 }), fc.nat(60_000))
  .map(([from, long]) => [from, from + long] as const);
const spans = fc.array(span, { minLength: 1, maxLength: 12 });

it('keeps the order of things, and everything within its length', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 40, max: 900 }), (all, length) => {
      const axis = cutAxis(all, length, 3);
      const values = all.flat().toSorted((a, b) => a - b);
      const places = values.map(axis.at);
      for (const [i, place] of places.entries()) {
        expect(place).toBeGreaterThanOrEqual((places[i - 1] ?? 0) - 1e-6);
        expect(place).toBeLessThanOrEqual(length + 3 * axis.cuts.length + 1e-6);
      }
    }),
  );
});

it('has ticks that are apart, and on the axis', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 40, max: 900 }), (all, length) => {
      const axis = cutAxis(all, length, 3);
      const places = ticksOf(axis, 8, 1_000).map(axis.at);
      for (const [i, place] of places.entries()) if (i > 0) expect(place - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(8);
    }),
  );
});

it('cuts what is empty for long, and nothing else', () => {
  const near = [
    [0, 10],
    [40, 50],
  ] as const;
  expect(cutAxis(near, 100, 4).cuts).toEqual([]);
  const far = cutAxis(
    [
      [0, 20],
      [2_400, 2_420],
    ],
    104,
    4,
  );
  expect([far.at(0), far.at(20), far.at(2_400), far.at(2_420)]).toEqual([0, 50, 54, 104]);
  expect([far.at(100), far.at(2_300), far.at(-5), far.at(9_999)]).toEqual([50, 54, 0, 104]);
});
