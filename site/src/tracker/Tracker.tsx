import Link from '@docusaurus/Link';
import { fold, type LessonInfo, overview } from '@proving/progress/browser';
import type { IndexedLesson } from '../../plugins/course-pages.ts';
import type { TrackerData } from '../../plugins/data/tracker.ts';
import { useCourse } from '../course.ts';
import { Due } from './Due.tsx';
import { HandOn } from './HandOn.tsx';
import { LessonRow } from './LessonRow.tsx';
import { useLog } from './use-log.ts';
import './tracker.css';
import { Wrong } from './Wrong.tsx';

/** The whole course as the learner's log says it: the same fold as `pnpm progress`. */
export function Tracker({ data }: { readonly data: TrackerData }) {
  const course = useCourse();
  const { log, reread } = useLog();
  if (log === null) return <p className="page-lead script-only">Reading your log …</p>;
  const state = fold(log.entries);
  const seen = overview(state, course.lessons.map(infoOf), course.parts);
  const { lessons, claims, parts, toClear, next } = seen;
  return (
    <>
      <p className="page-lead" aria-live="polite">
        {lessons.finished} of {lessons.total} lessons finished · {claims.proved} of {claims.total} claims seen proved
        {toClear.length > 0 && ` · ${toClear.length} wrong ${toClear.length === 1 ? 'answer' : 'answers'} to clear`}
      </p>
      {next && (
        <p className="tracker-next">
          <Link to={`/lessons/${next.folder}`}>
            → {next.number} {next.title}
          </Link>{' '}
          <span>
            {next.why === 'resume' ? 'where you stopped' : next.why === 'exercise' ? 'its exercise is left' : 'the next one'},{' '}
            {next.minutesLeft} minutes:{' '}
            <code>
              pnpm {next.why === 'exercise' ? 'exercise' : 'lesson'} {next.address}
            </code>
          </span>
        </p>
      )}
      <Due entries={log.entries} asks={data.asks} />
      {parts.map(({ number, numeral, title, lessons: mine }) => (
        <section key={number} className="tracker-part">
          <h2>
            {numeral} {title}
          </h2>
          <ul>
            {mine.map((lesson) => (
              <LessonRow key={lesson.folder} lesson={lesson} state={state.lessons[lesson.folder]} />
            ))}
          </ul>
        </section>
      ))}
      <Wrong state={state} data={data} />
      {log.notices.map(({ says }) => (
        <p key={says} className="tracker-notice">
          {says}
        </p>
      ))}
      <HandOn log={log} changed={reread} />
    </>
  );
}

/** What the overview asks of a lesson, from the index that every page has. */
const infoOf = (lesson: IndexedLesson): LessonInfo => ({
  number: lesson.number,
  folder: lesson.folder,
  manifest: {
    title: lesson.title,
    part: lesson.part,
    minutes: lesson.minutes,
    claims: Object.fromEntries(lesson.claims.map((id) => [id, id])),
  },
  steps: { length: lesson.steps },
  task: lesson.exercise ? 'exercise' : null,
});
