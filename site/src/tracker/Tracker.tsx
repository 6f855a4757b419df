import { fold, type LessonInfo, overview } from '@proving/progress/browser';
import type { CountedLesson, TrackerData } from '../../plugins/data/tracker.ts';
import { useCourse } from '../course.ts';
import { Due } from './Due.tsx';
import { HandOn } from './HandOn.tsx';
import { LessonRow } from './LessonRow.tsx';
import { Next } from './Next.tsx';
import { useLog } from './use-log.ts';
import './tracker.css';
import { Wrong } from './Wrong.tsx';

/**
 * The whole course as the learner's log says it: the same fold as `pnpm progress`. Until the log is read the lessons stand there
 * without it, so that they can be read and nothing moves when it comes.
 */
export function Tracker({ data }: { readonly data: TrackerData }) {
  const { parts: all } = useCourse();
  const { log, reread } = useLog();
  const state = fold(log?.entries ?? []);
  const { lessons, claims, parts, toClear, next } = overview(state, data.lessons.map(infoOf), all);
  return (
    <>
      <p className={log ? 'page-lead tracker-lead' : 'page-lead tracker-lead script-only'} aria-live="polite">
        {log
          ? `${lessons.finished} of ${lessons.total} lessons finished · ${claims.proved} of ${claims.total} claims seen proved`
          : 'Reading your log …'}
        {toClear.length > 0 && ` · ${toClear.length} wrong ${toClear.length === 1 ? 'answer' : 'answers'} to clear`}
      </p>
      <Next next={next} read={log !== null} />
      {log && <Due entries={log.entries} asks={data.asks} />}
      {parts.map(({ number, numeral, title, lessons: mine }) => (
        <section key={number} className="tracker-part">
          <h2>
            {numeral} {title}
          </h2>
          <ul>
            {mine.map((lesson) => (
              <LessonRow key={lesson.folder} lesson={lesson} state={state.lessons[lesson.folder]} read={log !== null} />
            ))}
          </ul>
        </section>
      ))}
      <Wrong state={state} data={data} />
      {log?.notices.map(({ says }) => (
        <p key={says} className="tracker-notice">
          {says}
        </p>
      ))}
      {log && <HandOn log={log} changed={reread} />}
    </>
  );
}

/** What the overview asks of a lesson, from the data of this page. */
const infoOf = (lesson: CountedLesson): LessonInfo => ({
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
