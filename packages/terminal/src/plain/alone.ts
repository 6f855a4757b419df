import type { Answer, Question } from '@proving/spec';
import { cardOf, pressed } from '../walk/keys.ts';
import type { Session } from '../walk/session.ts';
import { orderOf } from '../walk/typing.ts';
import { type Action, stopOf, type Walk } from '../walk/walk.ts';
import type { Answers } from './answers.ts';

/** Walks by itself from here to the end: reads on, answers from `answers`, skips what they lack. Resolves when the walk is finished. */
export async function walkAlone(session: Session, answers: Answers | null, moved: () => Promise<void>): Promise<void> {
  await session.settled;
  while (session.walk.now.at !== 'finished' && session.walk.now.at !== 'left') {
    if (session.walk.now.at === 'running') await moved();
    else for (const action of actionsAt(session.walk, answers)) await session.dispatch(action);
  }
}

function actionsAt(walk: Walk, answers: Answers | null): readonly Action[] {
  const stop = stopOf(walk);
  const { now } = walk;
  if (now.at === 'predicting' && stop?.kind === 'run') {
    const predicted = answers?.predictions[stop.experiment];
    if (!predicted) return [{ type: 'skip' }];
    const { predict } = cardOf(walk, stop.experiment);
    const typed: Action[] =
      predicted.kind === 'number' && predict.kind === 'number' ? [{ type: 'type', text: String(predicted.value) }] : [];
    return [...typed, { type: 'predict', predicted }];
  }
  if (now.at === 'asking' && stop?.kind === 'ask') {
    const given = answers?.questions[stop.from?.address ?? stop.question.id];
    if (!given) return [{ type: 'skip' }];
    return [...typing(stop.question, given.answer, walk.seed), { type: 'answer', answer: given.answer }];
  }
  if (now.at === 'sure')
    return [
      {
        type: 'sure',
        sure: stop?.kind === 'ask' ? (answers?.questions[stop.from?.address ?? stop.question.id]?.sure ?? null) : null,
      },
    ];
  return [pressed(walk, 'n') ?? { type: 'quit' }];
}

/** What a learner would have typed for that answer. */
function typing(question: Question, answer: Answer, seed: number): readonly Action[] {
  const order = orderOf(question, seed);
  const digits = (indexes: readonly number[]) => indexes.map((index) => order.indexOf(index) + 1).join('');
  const text = typedFor(answer, digits, question);
  return text === '' ? [] : [{ type: 'type', text }];
}

function typedFor(answer: Answer, digits: (indexes: readonly number[]) => string, question: Question): string {
  switch (answer.kind) {
    case 'options':
      return question.kind === 'several' ? digits(answer.chosen) : '';
    case 'order':
      return digits(answer.items);
    case 'match':
      return digits(answer.rights);
    case 'number':
      return String(answer.value);
    case 'text':
      return answer.text;
    case 'skipped':
      return '';
  }
}
