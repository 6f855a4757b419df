import { judgeAnswer, type Question } from '@proving/spec';
import { arrive } from './arrive.ts';
import type { Fact } from './said.ts';
import { type Answered, type Moved, stopOf, type Walk } from './walk.ts';

export function answered(walk: Walk, answer: Answered['answer'], sure: boolean | null): Moved {
  const stop = stopOf(walk);
  if (stop?.kind !== 'ask') return { walk, effects: [] };
  const { question } = stop;
  const { right, beliefs } = judgeAnswer(question, answer);
  const skipped = answer.kind === 'skipped';
  const returns = !stop.again && !skipped && walk.counts && (!right || sure === false);
  const given: Answered = { answer, right, sure, beliefs, returns };
  const stops = returns ? withReturn(walk, question) : walk.stops;
  const outcome = skipped ? 'skipped' : right ? 'right' : 'wrong';
  const fact: Fact = { kind: 'answer', lesson: walk.lesson.folder, question: question.id, outcome, sure, beliefs: [...beliefs] };
  const shown = arrive({ ...walk, stops, answers: { ...walk.answers, [question.id]: given } });
  return { walk: shown.walk, effects: [{ do: 'append', facts: [fact] }, ...shown.effects] };
}

/** The stops with this question once more behind the last one. */
function withReturn(walk: Walk, question: Question): Walk['stops'] {
  if (walk.stops.some((each) => each.kind === 'ask' && each.again && each.question.id === question.id)) return walk.stops;
  const last = walk.stops.findLastIndex((each) => each.kind !== 'exercise');
  return walk.stops.toSpliced(last + 1, 0, { kind: 'ask', step: null, question, again: true });
}
