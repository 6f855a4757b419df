import { exportText } from '@proving/progress/browser';
import type { CohortData } from '../../../plugins/data/cohort.ts';
import type { TextFile } from '../cohort/handed-in.ts';
import { diceOf } from './dice.ts';
import { entriesFrom } from './entries.ts';
import { walkOf } from './walk.ts';

interface Wanted {
  /** How many. */
  readonly learners: number;
  readonly now: Date;
  /** The course's version, as a log stamps it. */
  readonly course: string;
}

/**
 * Files of a class that does not exist: learner 1, learner 2 …, each with a walk through the real lessons, the real questions and
 * their real wrong answers. The same every time, apart from the dates, which end a few days before `now`, and the ids.
 */
export function madeUpClass(data: CohortData, { learners, now, course }: Wanted): readonly TextFile[] {
  return Array.from({ length: learners }, (_, i) => {
    const name = `learner ${i + 1}`;
    const dice = diceOf(i + 1);
    const entries = entriesFrom(walkOf(data.lessons, dice), { device: `made-up-${i + 1}`, course, now, dice });
    const text = exportText(entries, { name, at: now.toISOString(), course, words: false });
    return { name: `learner-${i + 1}.jsonl`, text: () => Promise.resolve(text) };
  });
}
