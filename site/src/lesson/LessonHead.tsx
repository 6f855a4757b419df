import './lesson.css';

interface Head {
  readonly number: string;
  readonly title: string;
  readonly question: string;
  readonly minutes: number;
  readonly claims: number;
}

/** The beginning of a lesson's page: its number, its title, and the question that it answers. */
export function LessonHead({ lesson }: { readonly lesson: string }) {
  const { number, title, question, minutes, claims } = JSON.parse(lesson) as Head;
  return (
    <header className="lesson-head">
      <p className="lesson-number">Lesson {number}</p>
      <h1>{title}</h1>
      <p className="lesson-question">{question}</p>
      <p className="lesson-facts">
        {minutes} minutes · {claims} claims, each proved twice · on your own cluster: <code>pnpm lesson {number}</code>
      </p>
    </header>
  );
}
