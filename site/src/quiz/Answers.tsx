import type { Question } from '@proving/spec';
import { Words } from '../code/Words.tsx';
import './quiz.css';

/** The right answer of a question and the reasons for all that is not. */
export function Answers({ question }: { readonly question: Question }) {
  if (question.kind === 'one' || question.kind === 'several')
    return (
      <ul className="answers">
        {question.options.map(({ says, right, because }) => (
          <li key={says}>
            {right ? '✓' : '✕'} <Words text={says} />
            <span className="because">
              <Words text={because} />
            </span>
          </li>
        ))}
      </ul>
    );
  return (
    <div className="answers">
      <RightAnswer question={question} />
      <p className="because">
        <Words text={question.because} />
      </p>
    </div>
  );
}

function RightAnswer({ question }: { readonly question: Exclude<Question, { kind: 'one' | 'several' }> }) {
  switch (question.kind) {
    case 'number':
      return (
        <p>
          The answer: {question.answer} {question.unit}
          {question.tolerance > 0 && `, give or take ${question.tolerance}`}
        </p>
      );
    case 'text':
      return (
        <p>
          The answer: <code>{question.accept[0]}</code>
        </p>
      );
    case 'order':
      return (
        <ol>
          {question.items.map((item) => (
            <li key={item}>
              <Words text={item} />
            </li>
          ))}
        </ol>
      );
    case 'match':
      return (
        <ul>
          {question.pairs.map(([left, right]) => (
            <li key={left}>
              <Words text={left} /> → <Words text={right} />
            </li>
          ))}
        </ul>
      );
  }
}
