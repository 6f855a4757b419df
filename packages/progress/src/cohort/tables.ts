import { assessmentsOf } from './assessed.ts';
import { cellOf } from './cell.ts';
import { csv } from './csv.ts';
import type { Learner } from './learner.ts';
import type { Missed } from './missed.ts';
import type { Roster } from './roster.ts';

/** A cohort as four CSV texts: a row for each learner in each lesson, for each learner, for each assessment, for each thing that was missed. */
export function tables(
  learners: readonly Learner[],
  lessons: readonly { readonly folder: string }[],
  wrong: readonly Missed[],
  roster: Roster | null,
): Readonly<Record<'lessons.csv' | 'learners.csv' | 'assessments.csv' | 'missed.csv', string>> {
  const cells = learners.map((learner) => ({
    learner,
    cells: lessons.map(({ folder }) => ({ folder, cell: cellOf(learner, folder) })),
  }));
  return {
    'lessons.csv': csv(
      cells.flatMap(({ learner, cells }) => cells.map(({ folder, cell }) => ({ learner: learner.name, lesson: folder, ...cell }))),
    ),
    'learners.csv': csv(
      cells.map(({ learner, cells }) => ({
        learner: learner.name,
        finished: cells.filter(({ cell }) => cell.mark === 'finished').length,
        begun: cells.filter(({ cell }) => cell.mark === 'begun').length,
        claims: learner.state.claimsProved,
        minutes: cells.reduce((sum, { cell }) => sum + cell.minutes, 0),
        toClear: learner.state.toClear.length,
        last: learner.last ?? '',
        changedLines: learner.edited,
        ...(roster?.rows.get(learner.name) ?? {}),
      })),
    ),
    'assessments.csv': csv(assessmentsOf(learners).map(({ round: _, ...row }) => row)),
    'missed.csv': csv(
      wrong.map(({ lesson, what, id, wrong: times, tried, because }) => ({
        lesson,
        what,
        id,
        wrong: times,
        tried,
        because: because.map(([each, n]) => `${each} ${n}`).join(' '),
      })),
    ),
  };
}
