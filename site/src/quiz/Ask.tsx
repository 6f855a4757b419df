import useBrokenLinks from '@docusaurus/useBrokenLinks';
import { type Answer, judgeAnswer, type Question } from '@proving/spec';
import { useState } from 'react';
import { Words } from '../code/Words.tsx';
import { useCourse } from '../course.ts';
import { keep } from '../store/keep.ts';
import { Answers } from './Answers.tsx';
import { Fields } from './Fields.tsx';
import { shuffled } from './shuffled.ts';
import './quiz.css';

/** A question of a lesson's quiz, judged by the same code as in the terminal, with the same id. Its answers are there without JavaScript too. */
export function Ask({ lesson, question: json }: { readonly lesson: string; readonly question: string }) {
  const question = JSON.parse(json) as Question;
  useBrokenLinks().collectAnchor(question.id);
  const [answer, setAnswer] = useState<Answer>(() => untouched(question, lesson));
  const [judged, setJudged] = useState<boolean | null>(null);
  const number = lesson.slice(0, 2);
  const { version } = useCourse();
  const check = () => {
    const { right, beliefs } = judgeAnswer(question, answer);
    setJudged(right);
    const outcome = right ? 'right' : 'wrong';
    keep({ kind: 'answer', lesson, question: question.id, outcome, sure: null, beliefs: [...beliefs] }, version);
  };
  return (
    <section className="ask" id={question.id} aria-label={`Question ${number}.${question.id}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <p className="ask-head">
          <span className="run-kind">Question</span> {number}.{question.id}
        </p>
        <p className="ask-words">
          <Words text={question.ask} />
        </p>
        <Fields
          question={question}
          lesson={lesson}
          answer={answer}
          judged={judged !== null}
          give={(given) => {
            setAnswer(given);
            setJudged(null);
          }}
        />
        <p className="ask-foot script-only">
          <button type="submit" disabled={!isGiven(answer)}>
            Check
          </button>{' '}
          <output className={judged === null ? '' : judged ? 'right' : 'wrong'}>
            {judged === null ? '' : judged ? '✓ right' : '✕ not right'}
          </output>
        </p>
        {judged !== null && !('options' in question) && <Answers question={question} />}
      </form>
      <details className="ask-answers script-off">
        <summary>The answer, with reasons</summary>
        <Answers question={question} />
      </details>
    </section>
  );
}

function untouched(question: Question, lesson: string): Answer {
  switch (question.kind) {
    case 'one':
    case 'several':
      return { kind: 'options', chosen: [] };
    case 'number':
    case 'text':
      return { kind: 'skipped' };
    case 'order':
      return { kind: 'order', items: shuffled(question.items.length, lesson + question.id) };
    case 'match':
      return { kind: 'match', rights: question.pairs.map(() => -1) };
  }
}

function isGiven(answer: Answer): boolean {
  switch (answer.kind) {
    case 'options':
      return answer.chosen.length > 0;
    case 'match':
      return !answer.rights.includes(-1);
    case 'skipped':
      return false;
    case 'number':
    case 'text':
    case 'order':
      return true;
  }
}
