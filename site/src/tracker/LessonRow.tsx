import Link from '@docusaurus/Link';
import type { LessonMark, LessonState } from '@proving/progress/browser';

interface Props {
  readonly lesson: LessonMark;
  readonly state: LessonState | undefined;
  /** Whether the log has been read; what it says of the lesson is not known before. */
  readonly read: boolean;
}

/** One lesson of the tracker: its mark, how many of its claims were seen proved, how many questions were right at last. */
export function LessonRow({ lesson, state, read }: Props) {
  const answers = Object.values(state?.answers ?? {});
  const right = answers.filter(({ latest }) => latest.outcome === 'right').length;
  const mark = { finished: '✓', begun: '·', untouched: ' ' }[lesson.mark];
  return (
    <li className={`tracker-lesson tracker-lesson--${lesson.mark}`}>
      <span className="tracker-mark" aria-hidden="true">
        {mark}
      </span>
      <Link to={`/lessons/${lesson.folder}`}>
        {lesson.number} {lesson.title}
      </Link>
      <span className="tracker-facts">
        {read
          ? `${lesson.mark === 'untouched' ? 'not begun' : lesson.mark} · ${lesson.claims.proved} of ${lesson.claims.total} claims`
          : `${lesson.claims.total} claims`}
        {answers.length > 0 && ` · ${right} of ${answers.length} answers right`}
      </span>
    </li>
  );
}
