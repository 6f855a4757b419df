import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anything,
  atLeast,
  atMost,
  between,
  differences,
  type Expectation,
  fits,
  inWords,
  type Json,
  matching,
  not,
  oneOf,
} from '../src/index.ts';

// A plain object with a `$` key would be read as a matcher; observations have Kafka's nouns as keys, never that.
const name = fc.stringMatching(/^[a-z][a-zA-Z]{0,6}$/);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.string(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  ),
})).value as fc.Arbitrary<Json>;

describe('differences', () => {
  it('are none between a value and itself', () => {
    fc.assert(fc.property(json, (value) => void expect(differences(value as Expectation, value)).toEqual([])));
  });

  it('are some between two values that are not equal', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        fc.pre(JSON.stringify(sorted(a)) !== JSON.stringify(sorted(b)));
        expect(differences(a as Expectation, b).length).toBeGreaterThan(0);
      }),
    );
  });

  it('name the place, and a field that nobody expected', () => {
    expect(differences({ lost: 0, reads: [1, 2] }, { lost: 3, reads: [1, 5], extra: true })).toEqual([
      { path: 'lost', expected: 0, measured: 3 },
      { path: 'reads.1', expected: 2, measured: 5 },
      { path: 'extra', expected: undefined, measured: true },
    ]);
  });

  it('of lists of different lengths are the whole list', () => {
    expect(differences({ reads: [1] }, { reads: [1, 2] })).toEqual([{ path: 'reads', expected: [1], measured: [1, 2] }]);
  });
});

describe('matchers', () => {
  it.each([
    [atLeast(2), [2, 9], [1, '2', null]],
    [atMost(2), [2, -1], [3]],
    [between(2, 4), [2, 3, 4], [1, 5]],
    [oneOf('a', 3), ['a', 3], ['b', '3']],
    [not(0), [1, 'x', null], [0]],
    [matching('^NOT_ENOUGH'), ['NOT_ENOUGH_REPLICAS'], ['TIMED_OUT', 5]],
    [anything, [0, null, 'x'], []],
  ] as const)('%j', (matcher, good, bad) => {
    for (const value of good) expect(fits(matcher, value as Json)).toBe(true);
    for (const value of bad) expect(fits(matcher, value as Json)).toBe(false);
    expect(fits(matcher, undefined)).toBe(false);
  });

  it('survive the way through JSON', () => {
    const expected: Expectation = { lost: atLeast(1), kind: oneOf('a', null) };
    expect(differences(JSON.parse(JSON.stringify(expected)) as Expectation, { lost: 1, kind: null })).toEqual([]);
  });

  it('are read as words', () => {
    expect(inWords({ lost: atLeast(1), sent: between(2, 3) })).toBe('lost at least 1, sent 2 to 3');
  });
});

describe('fits', () => {
  it('looks only at the fields that it names', () => {
    expect(fits({ lost: 0 }, { lost: 0, sent: 20 })).toBe(true);
    expect(fits({ lost: 0, gone: 1 }, { lost: 0 })).toBe(false);
  });
});

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each as Json)]),
  );
}
