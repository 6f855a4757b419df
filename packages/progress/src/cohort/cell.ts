import type { ProgressEntry } from '@proving/spec';
import type { Learner } from './learner.ts';

/** A learner in a lesson. */
export interface Cell {
  readonly mark: 'finished' | 'begun' | 'untouched';
  /** How often the exercise was judged. */
  readonly attempts: number;
  readonly passed: boolean;
  /** The highest rung of any hint that was taken, 0 for none. */
  readonly rung: number;
  /** Minutes spent, as far as the log shows them: pauses of more than ten minutes do not count. */
  readonly minutes: number;
  readonly claims: number;
}

export function cellOf({ state, entries }: Learner, lesson: string): Cell {
  const seen = state.lessons[lesson];
  return {
    mark: seen?.finished ? 'finished' : seen ? 'begun' : 'untouched',
    attempts: seen?.exercise?.attempts ?? 0,
    passed: (seen?.exercise?.passed ?? null) !== null,
    rung: Math.max(0, ...Object.values(seen?.hints ?? {})),
    minutes: seen ? minutesIn(entries, lesson) : 0,
    claims: Object.keys(seen?.claims ?? {}).length,
  };
}

const pause = 10 * 60 * 1_000;

function minutesIn(entries: readonly ProgressEntry[], lesson: string): number {
  const spent = counted.get(entries) ?? spentIn(entries);
  counted.set(entries, spent);
  return Math.round((spent.get(lesson) ?? 0) / 60_000);
}

// A row of a class asks for every lesson of the same log.
const counted = new WeakMap<readonly ProgressEntry[], ReadonlyMap<string, number>>();

function spentIn(entries: readonly ProgressEntry[]): ReadonlyMap<string, number> {
  const spent = new Map<string, number>();
  let before: number | null = null;
  for (const entry of entries) {
    const at = Date.parse(entry.at);
    if (before !== null && 'lesson' in entry && entry.lesson !== null && at - before <= pause)
      spent.set(entry.lesson, (spent.get(entry.lesson) ?? 0) + Math.max(0, at - before));
    before = at;
  }
  return spent;
}
