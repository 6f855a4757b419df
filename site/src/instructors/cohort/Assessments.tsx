import { roundInWords } from '@proving/progress/browser';
import type { AssessmentRow } from '@proving/progress/cohort';
import { useCourse } from '../../course.ts';

/** The end of each part: who has repaired its incident, and who is at it. */
export function Assessments({ rows }: { readonly rows: readonly AssessmentRow[] }) {
  const { parts } = useCourse();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="assessments">
      <h2 id="assessments">Assessments</h2>
      <ul className="word-list">
        {rows.map(({ learner, part, last, round }) => (
          <li key={`${learner}/${part}/${last}`}>
            <b>{learner}</b> · part {parts.find(({ number }) => number === part)?.numeral ?? part} · {roundInWords(round)}
          </li>
        ))}
      </ul>
    </section>
  );
}
