import { memo } from 'react';
import type { CohortLesson } from '../../../plugins/data/cohort.ts';
import { markOf, type Show, wordsOf } from './cell-words.ts';
import type { LearnerRow } from './classroom.ts';
import type { Place } from './grid-keys.ts';

interface Props {
  readonly row: LearnerRow;
  readonly index: number;
  /** The cell that the Tab key leads to, when it is in this row. */
  readonly column: number | null;
  /** Whether somebody has chosen a cell at all. */
  readonly chosen: boolean;
  readonly lessons: readonly CohortLesson[];
  readonly show: Show;
  /** `learner/lesson` of those who may want a word. */
  readonly waiting: ReadonlySet<string>;
  onPlace(place: Place): void;
}

/** One learner. Drawn again only when something in it has changed: a class of two hundred has thousands of cells. */
export const MatrixRow = memo(function MatrixRow({ row, index, column, chosen, lessons, show, waiting, onPlace }: Props) {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {row.cells.map((cell, i) => {
        const lesson = lessons[i] as CohortLesson;
        const wantsAWord = waiting.has(`${row.name}/${lesson.folder}`);
        return (
          <td
            key={lesson.folder}
            tabIndex={i === column ? 0 : -1}
            data-at={`${index}.${i}`}
            className={`matrix-cell matrix-cell--${wantsAWord ? 'word' : cell.mark}${chosen && i === column ? ' matrix-cell--here' : ''}`}
            aria-label={wordsOf(cell, lesson, wantsAWord)}
            onFocus={() => onPlace({ row: index, column: i })}
          >
            {markOf(cell, show, wantsAWord)}
          </td>
        );
      })}
      <td className="matrix-sum">{row.finished}</td>
      <td className="matrix-sum">{(row.minutes / 60).toFixed(1)}</td>
      <td className="matrix-last">{row.last}</td>
    </tr>
  );
});
