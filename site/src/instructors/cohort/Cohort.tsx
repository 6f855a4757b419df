import type { CohortData } from '../../../plugins/data/cohort.ts';
import { useCourse } from '../../course.ts';
import { madeUpClass } from '../made-up/made-up-class.ts';
import { Assessments } from './Assessments.tsx';
import { FileDrop } from './FileDrop.tsx';
import { Matrix } from './Matrix.tsx';
import { MayWantAWord } from './MayWantAWord.tsx';
import { MostMissed } from './MostMissed.tsx';
import { TakeWithYou } from './TakeWithYou.tsx';
import { type Class, useClass } from './use-class.ts';
import './cohort.css';

/** Everything of the page that files bring to life. */
export function Cohort({ data }: { readonly data: CohortData }) {
  const { version } = useCourse();
  const { shown, notices, add, forget } = useClass(data.lessons);
  const example = () => add(madeUpClass(data, { learners: 14, now: new Date(), course: version }), true);
  return (
    <div className="script-only">
      <FileDrop
        onFiles={add}
        onExample={shown.is === 'here' && !shown.madeUp ? null : example}
        onForget={shown.is === 'here' ? forget : null}
      />
      <p className="cohort-status" role="status">
        {inWords(shown)}
      </p>
      {notices.length > 0 && (
        <ul className="cohort-notices" aria-label="Files that need a look">
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      {shown.is === 'here' && (
        <>
          {shown.madeUp && (
            <p className="cohort-made-up">
              <b>Made-up example.</b> These learners do not exist: a program made their files, so that you see what the page does
              with yours.
            </p>
          )}
          <Matrix classroom={shown.classroom} lessons={data.lessons} />
          <MayWantAWord classroom={shown.classroom} lessons={data.lessons} />
          <MostMissed missed={shown.classroom.missed} data={data} />
          <Assessments rows={shown.classroom.assessments} />
          <TakeWithYou csv={shown.classroom.csv} madeUp={shown.madeUp} />
        </>
      )}
    </div>
  );
}

function inWords(shown: Class): string {
  if (shown.is === 'empty') return '';
  if (shown.is === 'reading') return shown.says;
  const { rows, stuck } = shown.classroom;
  const last = rows
    .map((row) => row.last)
    .toSorted()
    .at(-1);
  const waiting = new Set(stuck.map(({ name }) => name)).size;
  return [
    `${count(rows.length, 'learner')} in ${count(shown.files, 'file')}`,
    ...(waiting === 0 ? [] : [`${waiting} may want a word`]),
    ...(last ? [`last entry on ${last}`] : []),
  ].join(' · ');
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
