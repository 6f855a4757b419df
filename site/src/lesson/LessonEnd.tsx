import Link from '@docusaurus/Link';
import type { Question } from '@proving/spec';
import { playgroundsOf } from '../playground-pages/playgrounds.ts';
import { Ask } from '../quiz/Ask.tsx';

interface End {
  readonly number: string;
  readonly folder: string;
  readonly exercise: boolean;
  readonly questions: readonly Question[];
}

/** Below the theory: the questions it did not ask, and where the lesson goes on. */
export function LessonEnd({ lesson }: { readonly lesson: string }) {
  const { number, folder, exercise, questions } = JSON.parse(lesson) as End;
  return (
    <section className="lesson-end">
      {questions.length > 0 && (
        <section aria-labelledby="questions">
          <h2 id="questions" className="no-step">
            {questions.length === 1 ? 'One more question' : `${questions.length} more questions`}
          </h2>
          {questions.map((question) => (
            <Ask key={question.id} lesson={folder} question={JSON.stringify(question)} />
          ))}
        </section>
      )}
      <ul className="lesson-next">
        {exercise && (
          <li>
            The exercise is judged on your own cluster: <code>pnpm exercise {number}</code>
          </li>
        )}
        {playgroundsOf(folder).map(({ to, says }) => (
          <li key={to}>
            To try out in the browser: <Link to={to}>{says}</Link>
          </li>
        ))}
        <li>
          <Link to={`/claims/${folder}`}>All experiments of this lesson</Link>, with their code and what they measured
        </li>
        <li>
          <Link to={`/cards#card-${number}`}>The revision card</Link> of this lesson, one printed page
        </li>
      </ul>
    </section>
  );
}
