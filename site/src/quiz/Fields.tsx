import type { Answer, Question, QuizOption } from '@proving/spec';
import { useId } from 'react';
import { Words } from '../code/Words.tsx';
import { Matching } from './Matching.tsx';
import { Ordering } from './Ordering.tsx';
import { shuffled } from './shuffled.ts';

export interface FieldsProps {
  readonly question: Question;
  readonly lesson: string;
  readonly answer: Answer;
  readonly judged: boolean;
  give(answer: Answer): void;
}

/** What is filled in to answer: a choice, a number, words, an order, or pairs. */
export function Fields(props: FieldsProps) {
  const { question, answer, give } = props;
  switch (question.kind) {
    case 'one':
    case 'several':
      return <Options {...props} options={question.options} many={question.kind === 'several'} />;
    case 'number':
      return (
        <label className="field script-only">
          Your answer:{' '}
          <input
            inputMode="decimal"
            size={8}
            onChange={({ target: { value } }) => {
              const number = Number(value.trim().replace(',', '.'));
              give(value.trim() === '' || Number.isNaN(number) ? { kind: 'skipped' } : { kind: 'number', value: number });
            }}
          />{' '}
          {question.unit}
        </label>
      );
    case 'text':
      return (
        <label className="field script-only">
          Your answer:{' '}
          <input
            size={24}
            onChange={({ target: { value } }) => give(value.trim() === '' ? { kind: 'skipped' } : { kind: 'text', text: value })}
          />
        </label>
      );
    case 'order':
      return answer.kind === 'order' ? <Ordering items={question.items} order={answer.items} give={give} /> : null;
    case 'match':
      return answer.kind === 'match' ? (
        <Matching pairs={question.pairs} rights={answer.rights} salt={props.lesson + question.id} give={give} />
      ) : null;
  }
}

function Options({
  question,
  lesson,
  answer,
  judged,
  give,
  options,
  many,
}: FieldsProps & { readonly options: readonly QuizOption[]; readonly many: boolean }) {
  const name = useId();
  const chosen = answer.kind === 'options' ? answer.chosen : [];
  const choose = (i: number) => {
    if (!many) return give({ kind: 'options', chosen: [i] });
    give({ kind: 'options', chosen: chosen.includes(i) ? chosen.filter((each) => each !== i) : [...chosen, i].toSorted() });
  };
  return (
    <fieldset className="options">
      <legend>{many ? 'Any number of these' : 'One of these'}</legend>
      {shuffled(options.length, lesson + question.id).map((i) => {
        const { says, right, because } = options[i] as QuizOption;
        const state = !judged ? '' : right ? 'shown' : chosen.includes(i) ? 'missed' : '';
        return (
          <label key={says} className={`option ${state && `option--${state}`}`}>
            <input type={many ? 'checkbox' : 'radio'} name={name} checked={chosen.includes(i)} onChange={() => choose(i)} />
            <span>
              <Words text={says} />
              {judged && (
                <span className="because">
                  {right ? '✓ right: ' : '✕ '}
                  <Words text={because} />
                </span>
              )}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
