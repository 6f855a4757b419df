import { type ArmVerdict, type Difference, differences, type Expectation, inWords, type Json, type Verdict } from '@proving/spec';

export type ArmOutcome =
  | { readonly kind: 'observed'; readonly observed: Json; readonly ms: number; readonly operations: number }
  | { readonly kind: 'unjudged'; readonly because: string; readonly ms: number }
  | {
      readonly kind: 'broken';
      readonly because: string;
      readonly detail: string;
      readonly fix: string | null;
      readonly ms: number;
    };

/** One arm held against its own expectation. */
export function judgeArm(expected: Expectation, outcome: ArmOutcome): ArmVerdict {
  if (outcome.kind !== 'observed') return outcome;
  const found = differences(expected, outcome.observed);
  return found.length === 0
    ? { kind: 'met', observed: outcome.observed }
    : { kind: 'differs', observed: outcome.observed, differences: found };
}

/**
 * All arms together. Proved means: every arm measured what was expected of it, and every expectation rejects every other
 * arm's measurement, so that swapping two arms could not have gone unnoticed. Silence of the cluster is no verdict.
 */
export function judge(expect: Readonly<Record<string, Expectation>>, outcomes: Readonly<Record<string, ArmOutcome>>): Verdict {
  const all = Object.entries(outcomes);
  for (const [arm, outcome] of all) {
    if (outcome.kind === 'broken') return { kind: 'could-not-run', because: `${arm}: ${outcome.because}`, fix: outcome.fix };
  }
  for (const [arm, outcome] of all)
    if (outcome.kind === 'unjudged') return { kind: 'unjudged', because: `${arm}: ${outcome.because}` };
  const observed = all.flatMap(([arm, outcome]) => (outcome.kind === 'observed' ? [{ arm, ...outcome }] : []));
  const wrong = observed.flatMap(({ arm, observed: measured }) =>
    differences(expect[arm] as Expectation, measured).map((difference) => ({ arm, difference })),
  );
  const first = wrong[0];
  if (first) {
    if (observed.every(({ operations }) => operations === 0))
      return { kind: 'unjudged', because: 'no operation of any arm succeeded, so nothing was observed' };
    return { kind: 'refuted', because: `${first.arm}: ${differenceInWords(first.difference)}` };
  }
  for (const { arm } of observed) {
    for (const other of observed) {
      if (other.arm !== arm && differences(expect[arm] as Expectation, other.observed).length === 0) {
        return {
          kind: 'refuted',
          because: `what ${arm} expects fits the measurement of ${other.arm} too, so it distinguishes nothing`,
        };
      }
    }
  }
  return { kind: 'proved' };
}

/** `lost: expected 0, measured 10` */
export function differenceInWords({ path, expected, measured }: Difference): string {
  return `${path || 'the observation'}: expected ${inWords(expected)}, measured ${measured === undefined ? 'nothing' : inWords(measured as Expectation)}`;
}
