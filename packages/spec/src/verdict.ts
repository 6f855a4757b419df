import type { Difference } from './expectation.ts';
import type { Json } from './json.ts';

/** What became of one arm. Three outcomes, three screens: it ran and differs, it could not be judged, it could not run. */
export type ArmVerdict =
  | { readonly kind: 'met'; readonly observed: Json }
  | { readonly kind: 'differs'; readonly observed: Json; readonly differences: readonly Difference[] }
  /** Ran into its deadline or saw nothing; `because` says what was last seen. */
  | { readonly kind: 'unjudged'; readonly because: string }
  /** Died, or the cluster or the code could not run. */
  | { readonly kind: 'broken'; readonly because: string; readonly detail: string };

/** What became of an experiment: the arms together, each expectation having rejected every other arm's measurement. */
export type Verdict =
  | { readonly kind: 'proved' }
  | { readonly kind: 'refuted'; readonly because: string }
  | { readonly kind: 'unjudged'; readonly because: string }
  | { readonly kind: 'not-provable-here'; readonly because: string }
  | { readonly kind: 'could-not-run'; readonly because: string; readonly fix: string | null };

/** Every kind of verdict, as logs and ledgers name it. */
export const verdictKinds = [
  'proved',
  'refuted',
  'unjudged',
  'not-provable-here',
  'could-not-run',
] as const satisfies readonly Verdict['kind'][];

/** What a command ends with; the same table in every verb. */
export const exitCodes = { proved: 0, notYet: 1, unjudged: 2, couldNotRun: 3, usage: 64, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function exitCodeOf(verdict: Verdict): ExitCode {
  switch (verdict.kind) {
    case 'proved':
      return exitCodes.proved;
    case 'refuted':
      return exitCodes.notYet;
    case 'unjudged':
    case 'not-provable-here':
      return exitCodes.unjudged;
    case 'could-not-run':
      return exitCodes.couldNotRun;
  }
}

/** The code of several verdicts together: the worst of them, "could not run" first, then refuted, then unjudged. */
export function exitCodeOfAll(verdicts: readonly Verdict[]): ExitCode {
  const seen = new Set(verdicts.map(exitCodeOf));
  return [exitCodes.couldNotRun, exitCodes.notYet, exitCodes.unjudged].find((code) => seen.has(code)) ?? exitCodes.proved;
}
