import Link from '@docusaurus/Link';
import type { CohortLesson } from '../../../plugins/data/cohort.ts';
import type { Classroom } from './classroom.ts';

interface Props {
  readonly classroom: Classroom;
  readonly lessons: readonly CohortLesson[];
}

/** Who has tried an exercise three times or more in a week and not passed it; and whose log was changed. */
export function MayWantAWord({ classroom: { stuck, rows }, lessons }: Props) {
  const edited = rows.filter((row) => row.edited > 0);
  return (
    <>
      <section aria-labelledby="word">
        <h2 id="word">May want a word</h2>
        {stuck.length === 0 && <p>Nobody failed an exercise three times in the last seven days without passing it since.</p>}
        <ul className="word-list">
          {stuck.map(({ name, lesson, failures, task, mistake, last }) => {
            const { number, title } = lessons.find(({ folder }) => folder === lesson) ?? { number: lesson.slice(0, 2), title: '' };
            return (
              <li key={`${name}/${lesson}`}>
                <b>{name}</b> · <Link to={`/lessons/${lesson}`}>{`${number} ${title}`}</Link> · {failures} tries since it last
                passed
                {task !== null && (
                  <>
                    , the last on {last.slice(0, 10)} at task <code>{task}</code>
                  </>
                )}
                {mistake !== null && (
                  <>
                    , mistake <code>{mistake}</code>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      {edited.length > 0 && (
        <section aria-labelledby="changed">
          <h2 id="changed">Logs with lines that were changed</h2>
          <p>
            Each line of a log carries a check value of the one before. Here it does not fit: something was changed, or is missing.
            The file counts all the same.
          </p>
          <ul className="word-list">
            {edited.map(({ name, edited }) => (
              <li key={name}>
                <b>{name}</b> · {edited === 1 ? '1 line' : `${edited} lines`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
