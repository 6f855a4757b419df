import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import Layout from '@theme/Layout';
import { useEffect, useRef } from 'react';
import type { Asked, InterviewCard, PartOfInterview } from '../../plugins/data/interview.ts';
import { Words } from '../code/Words.tsx';
import { Answers } from '../quiz/Answers.tsx';
import './interview.css';

/** Questions to be asked by somebody else; the answers open one by one, and all of them on paper. */
export default function InterviewPage({ data }: { readonly data: readonly PartOfInterview[] }) {
  const { collectAnchor } = useBrokenLinks();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const shown = new Set<HTMLDetailsElement>();
    const all = () => [...(main.current?.querySelectorAll('details') ?? [])];
    const open = () => {
      for (const each of all().filter((details) => !details.open)) {
        shown.add(each);
        each.open = true;
      }
    };
    const close = () => {
      for (const each of shown) each.open = false;
      shown.clear();
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    };
  }, []);
  const questions = data.flatMap(({ lessons }) => lessons.flatMap(({ asked }) => ['lead', ...asked])).length;
  return (
    <Layout title="Interview cards" description="What is asked about Kafka, and answers that were proved">
      <main className="page interview" ref={main}>
        <h1>Interview cards</h1>
        <p className="page-lead">
          {questions} questions. Say your answer aloud, then open ours. The first of each lesson is the one that the lesson answers,
          as you would say it in a minute; the others were asked by users of the course, and rest on claims and on questions of the
          quiz. On paper all answers are open.
        </p>
        {data.map(({ numeral, title, lessons }) => (
          <section key={numeral} className="interview-part">
            <h2>
              {numeral} {title}
            </h2>
            {lessons.map((card) => {
              collectAnchor(`interview-${card.number}`);
              return <Lesson key={card.number} card={card} />;
            })}
          </section>
        ))}
      </main>
    </Layout>
  );
}

function Lesson({ card: { number, folder, question, answer, quiz, asked } }: { readonly card: InterviewCard }) {
  return (
    <section className="interview-lesson" id={`interview-${number}`} aria-label={`Lesson ${number}`}>
      <details className="interview-lead">
        <summary>
          <span className="interview-number">{number}</span>
          <Words text={question} />
        </summary>
        <p>
          <Words text={answer} />
        </p>
        <p className="interview-more">
          <Link to={`/lessons/${folder}`}>
            Lesson {number} and its {quiz} questions
          </Link>{' '}
          · <Link to={`/cards#card-${number}`}>its card</Link>
        </p>
      </details>
      {asked.map((each) => (
        <Question key={each.id} asked={each} />
      ))}
    </section>
  );
}

function Question({ asked: { id, question, claims, quiz, steps } }: { readonly asked: Asked }) {
  return (
    <details id={id}>
      <summary>
        <Words text={question} />
      </summary>
      {claims.length > 0 && (
        <ul className="interview-claims">
          {claims.map((claim) => (
            <li key={claim.id}>
              <Words text={claim.text} />{' '}
              <Link to={`/claims/${claim.folder}#${claim.id}`}>
                <code>
                  {claim.number} {claim.id}
                </code>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {quiz.map(({ number, folder, question: next }) => (
        <div key={number + next.id} className="interview-next">
          <p>
            <Link to={`/lessons/${folder}#${next.id}`}>
              {number}.{next.id}
            </Link>{' '}
            <Words text={next.ask} />
          </p>
          <Answers question={next} />
        </div>
      ))}
      {steps.length > 0 && (
        <p className="interview-told">
          {steps.map(({ at, title, to }, i) => (
            <span key={at}>
              {i > 0 && ' · '}
              {at} <Link to={to}>{title}</Link>
            </span>
          ))}
        </p>
      )}
    </details>
  );
}
