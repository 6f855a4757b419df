import { useMemo, useRef, useState } from 'react';
import type { CohortLesson } from '../../../plugins/data/cohort.ts';
import { Choice } from './Choice.tsx';
import { type Show, shows, wordsOf } from './cell-words.ts';
import type { Classroom, LearnerRow } from './classroom.ts';
import { type Place, placeAfter } from './grid-keys.ts';
import { MatrixRow } from './MatrixRow.tsx';
import './matrix.css';

const orders = {
  name: (a: LearnerRow, b: LearnerRow) => a.name.localeCompare(b.name, 'en', { numeric: true }),
  'least finished': (a: LearnerRow, b: LearnerRow) => a.finished - b.finished || a.minutes - b.minutes,
  'longest silent': (a: LearnerRow, b: LearnerRow) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0),
} as const;
const orderNames = Object.keys(orders) as readonly (keyof typeof orders)[];

interface Props {
  readonly classroom: Classroom;
  readonly lessons: readonly CohortLesson[];
}

/** Learners and lessons. One cell at a time is in the way of the Tab key; arrows go on from there. */
export function Matrix({ classroom, lessons }: Props) {
  const [show, setShow] = useState<Show>('progress');
  const [order, setOrder] = useState<keyof typeof orders>('name');
  const [place, setPlace] = useState<Place | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const rows = useMemo(() => classroom.rows.toSorted(orders[order]), [classroom, order]);
  const waiting = useMemo(() => new Set(classroom.stuck.map(({ name, lesson }) => `${name}/${lesson}`)), [classroom]);
  const at = { row: Math.min(place?.row ?? 0, rows.length - 1), column: place?.column ?? 0 };
  const [here, lesson] = place === null ? [] : [rows[at.row], lessons[at.column]];
  const cell = here?.cells[at.column];

  const onKeyDown = (event: React.KeyboardEvent) => {
    const next = placeAfter(event.key, event.ctrlKey, at, { row: rows.length, column: lessons.length });
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row}.${next.column}"]`)?.focus();
  };

  return (
    <section aria-labelledby="where" className="matrix">
      <h2 id="where">Who is where</h2>
      <div className="matrix-choices">
        <Choice legend="Show" all={shows} chosen={show} onChoose={(value) => setShow(value)} />
        <Choice legend="Sort by" all={orderNames} chosen={order} onChoose={(value) => setOrder(value)} />
      </div>
      <div className="matrix-scroll">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked with arrows is a grid */}
        <table ref={table} role="grid" aria-labelledby="where" aria-describedby="legend" onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">learner</th>
              {lessons.map(({ folder, number, title }) => (
                <th key={folder} scope="col" title={title}>
                  {number}
                  <span className="visually-hidden"> {title}</span>
                </th>
              ))}
              <th scope="col">finished</th>
              <th scope="col">hours</th>
              <th scope="col">last seen</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <MatrixRow
                key={row.name}
                {...{ row, lessons, show, waiting }}
                index={i}
                column={i === at.row ? at.column : null}
                chosen={place !== null}
                onPlace={setPlace}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="matrix-here">
        {here && lesson && cell ? (
          <>
            <b>{here.name}</b>, {lesson.number} {lesson.title}:{' '}
            {wordsOf(cell, lesson, waiting.has(`${here.name}/${lesson.folder}`))}
          </>
        ) : (
          'Choose a cell, by mouse or with the arrow keys, and here it is said in words.'
        )}
      </p>
      <p id="legend" className="matrix-legend">
        {legends[show]}
      </p>
    </section>
  );
}

const legends: Readonly<Record<Show, string>> = {
  progress: '✓ finished; · begun; ✕ the exercise was not passed three times or more in seven days.',
  tries: 'How often the exercise was judged.',
  hints: 'The highest rung of a hint that was taken, of four.',
  minutes: 'Minutes that the log shows; pauses of more than ten minutes do not count.',
};
