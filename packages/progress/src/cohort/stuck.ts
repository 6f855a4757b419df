import type { Learner } from './learner.ts';

/** A learner who may want a word. */
export interface Stuck {
  readonly name: string;
  readonly lesson: string;
  /** Judgements "not yet" since the exercise last passed. */
  readonly failures: number;
  readonly task: string | null;
  readonly mistake: string | null;
  readonly last: string;
}

const week = 7 * 24 * 60 * 60 * 1_000;

/** Who failed an exercise three times or more in the last seven days and has not passed it. */
export function stuck(learners: readonly Learner[], now: Date): readonly Stuck[] {
  return learners.flatMap(({ name, entries, state }) =>
    Object.entries(state.lessons).flatMap(([lesson, { exercise }]) => {
      if (!exercise || exercise.outcome === 'passed' || exercise.failures < 3) return [];
      const recent = entries.filter(
        (entry) =>
          entry.kind === 'exercise' &&
          entry.lesson === lesson &&
          entry.outcome === 'not-yet' &&
          now.getTime() - Date.parse(entry.at) <= week,
      );
      const { failures, task, mistake, at } = exercise;
      return recent.length < 3 ? [] : [{ name, lesson, failures, task, mistake, last: at }];
    }),
  );
}
