import { type ExitCode, exitCodes, type Fact } from '@proving/spec';
import type { ExerciseResult } from '../walk/runner.ts';
import type { ExerciseOptions } from './options.ts';

/** What the runner is asked when a file is to be judged. */
export function judgeRequest(
  { lesson, seed, driver }: Pick<ExerciseOptions, 'lesson' | 'seed' | 'driver'>,
  file: string,
  signal: AbortSignal,
) {
  return { lesson, file, signal, ...(seed !== null && { seed }), ...(driver && { driver }) };
}

/** A judgement as the log keeps it. */
export function judgedFact(lesson: string, { outcome, failed }: ExerciseResult): Fact {
  return { kind: 'exercise', lesson, outcome, task: failed?.task ?? null, mistake: failed?.mistake ?? null };
}

export function codeOf({ outcome }: ExerciseResult): ExitCode {
  const codes = {
    passed: exitCodes.proved,
    'not-yet': exitCodes.notYet,
    unjudged: exitCodes.unjudged,
    'could-not-run': exitCodes.couldNotRun,
  } as const;
  return codes[outcome];
}
