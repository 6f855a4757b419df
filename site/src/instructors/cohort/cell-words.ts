import type { Cell } from '@proving/progress/cohort';
import type { CohortLesson } from '../../../plugins/data/cohort.ts';

/** What a cell may show. */
export const shows = ['progress', 'tries', 'hints', 'minutes'] as const;
export type Show = (typeof shows)[number];

/** A cell as two or three letters; empty for a lesson that was not begun. */
export function markOf(cell: Cell, show: Show, wantsAWord: boolean): string {
  switch (show) {
    case 'progress':
      return wantsAWord ? '✕' : { finished: '✓', begun: '·', untouched: '' }[cell.mark];
    case 'tries':
      return cell.attempts === 0 ? '' : String(cell.attempts);
    case 'hints':
      return cell.rung === 0 ? '' : String(cell.rung);
    case 'minutes':
      return cell.mark === 'untouched' ? '' : String(cell.minutes);
  }
}

/** A cell in words: what a screen reader says, and what stands below the table. */
export function wordsOf(cell: Cell, lesson: CohortLesson, wantsAWord: boolean): string {
  if (cell.mark === 'untouched') return 'not begun';
  const exercise =
    cell.attempts === 0
      ? 'exercise not tried'
      : `exercise ${cell.passed ? 'passed' : 'not passed'} after ${cell.attempts} ${cell.attempts === 1 ? 'try' : 'tries'}`;
  return [
    cell.mark,
    ...(wantsAWord ? ['may want a word'] : []),
    ...(lesson.exercise ? [exercise] : []),
    ...(cell.rung > 0 ? [`hints up to rung ${cell.rung}`] : []),
    `${cell.claims} of ${lesson.claims} claims seen proved`,
    `${cell.minutes} min`,
  ].join(', ');
}
