import type { Json } from './json.ts';

/**
 * What a measurement must be, written as data. A plain value means "equal to this"; objects and lists are compared whole,
 * so a field that nobody expected is a difference too. A matcher is an object with one `$` key.
 */
export type Expectation =
  | null
  | boolean
  | number
  | string
  | Matcher
  | readonly Expectation[]
  | { readonly [field: string]: Expectation };

export type Matcher =
  | { readonly $atLeast: number }
  | { readonly $atMost: number }
  | { readonly $between: readonly [number, number] }
  | { readonly $oneOf: readonly Json[] }
  | { readonly $not: Json }
  | { readonly $matches: string }
  | { readonly $any: true };

export const atLeast = (n: number): Matcher => ({ $atLeast: n });
export const atMost = (n: number): Matcher => ({ $atMost: n });
export const between = (low: number, high: number): Matcher => ({ $between: [low, high] });
export const oneOf = (...values: readonly Json[]): Matcher => ({ $oneOf: values });
export const not = (value: Json): Matcher => ({ $not: value });
/** A text that the regular expression finds somewhere; for an error name or code, not for a whole message. */
export const matching = (pattern: string): Matcher => ({ $matches: pattern });
/** Present, and we make no claim about its value. Use it for a context figure beside the proof, never instead of one. */
export const anything: Matcher = { $any: true };

/** One place where a measurement is not what was expected. `path` is empty for the whole, else `lost` or `reads.0`. */
export interface Difference {
  readonly path: string;
  readonly expected: Expectation | undefined;
  readonly measured: Json | undefined;
}

/** Every difference, in the order of the expectation's fields; empty when the measurement is what was expected. */
export function differences(expected: Expectation, measured: Json | undefined, path = ''): readonly Difference[] {
  if (isMatcher(expected)) return matches(expected, measured) ? [] : [{ path, expected, measured }];
  if (Array.isArray(expected)) {
    if (!Array.isArray(measured) || measured.length !== expected.length) return [{ path, expected, measured }];
    return expected.flatMap((each, i) => differences(each as Expectation, measured[i] as Json, join(path, String(i))));
  }
  if (isRecord(expected)) {
    if (!isRecord(measured)) return [{ path, expected, measured }];
    const fields = new Set([...Object.keys(expected), ...Object.keys(measured)]);
    return [...fields].flatMap((field) => {
      const e = expected[field] as Expectation | undefined;
      const m = measured[field] as Json | undefined;
      return e === undefined ? [{ path: join(path, field), expected: e, measured: m }] : differences(e, m, join(path, field));
    });
  }
  return Object.is(expected, measured) ? [] : [{ path, expected, measured }];
}

/** Like `differences`, but looks only at the fields that the expectation names: for a pattern such as `{ lost: 0 }`. */
export function misfits(pattern: Expectation, measured: Json | undefined, path = ''): readonly Difference[] {
  if (isMatcher(pattern) || !isRecord(pattern)) return differences(pattern, measured, path);
  if (!isRecord(measured)) return [{ path, expected: pattern, measured }];
  return Object.entries(pattern).flatMap(([field, each]) =>
    misfits(each as Expectation, measured[field] as Json | undefined, join(path, field)),
  );
}

/** Whether a measurement has everything that a pattern names. */
export const fits = (pattern: Expectation, measured: Json | undefined): boolean => misfits(pattern, measured).length === 0;

/** An expectation as a learner reads it: `at least 1`, `0`, `one of 2, 3`. */
export function inWords(expected: Expectation | undefined): string {
  if (expected === undefined) return 'nothing';
  if (isMatcher(expected)) return matcherInWords(expected);
  if (typeof expected === 'string') return expected === '' ? "''" : expected;
  if (Array.isArray(expected)) return expected.map((each) => inWords(each as Expectation)).join(', ') || 'none';
  if (isRecord(expected))
    return Object.entries(expected)
      .map(([k, v]) => `${k} ${inWords(v as Expectation)}`)
      .join(', ');
  return String(expected);
}

export function isMatcher(value: unknown): value is Matcher {
  if (!isRecord(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] as string).startsWith('$');
}

function matches(matcher: Matcher, measured: Json | undefined): boolean {
  if (measured === undefined) return false;
  if ('$any' in matcher) return true;
  if ('$oneOf' in matcher) return matcher.$oneOf.some((each) => same(each, measured));
  if ('$not' in matcher) return !same(matcher.$not, measured);
  if ('$matches' in matcher) return typeof measured === 'string' && new RegExp(matcher.$matches).test(measured);
  if (typeof measured !== 'number') return false;
  if ('$atLeast' in matcher) return measured >= matcher.$atLeast;
  if ('$atMost' in matcher) return measured <= matcher.$atMost;
  return measured >= matcher.$between[0] && measured <= matcher.$between[1];
}

function matcherInWords(matcher: Matcher): string {
  if ('$any' in matcher) return 'any value';
  if ('$oneOf' in matcher) return `one of ${matcher.$oneOf.map((each) => inWords(each)).join(', ')}`;
  if ('$not' in matcher) return `not ${inWords(matcher.$not)}`;
  if ('$matches' in matcher) return `text with ${matcher.$matches}`;
  if ('$atLeast' in matcher) return `at least ${matcher.$atLeast}`;
  if ('$atMost' in matcher) return `at most ${matcher.$atMost}`;
  return `${matcher.$between[0]} to ${matcher.$between[1]}`;
}

const same = (a: Json, b: Json) => JSON.stringify(a) === JSON.stringify(b);
const join = (path: string, field: string) => (path ? `${path}.${field}` : field);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
