import { judgeAnswer } from '@proving/spec';
import { arrive } from './arrive.ts';
import { addressOf, type Stop } from './lesson.ts';
import type { Fact } from './said.ts';
import { type Answered, type Moved, stopOf, type Walk } from './walk.ts';

export function answered(walk: Walk, answer: Answered['answer'], sure: boolean | null): Moved {
  const stop = stopOf(walk);
  if (stop?.kind !== 'ask') return { walk, effects: [] };
  const { question } = stop;
  const { right, beliefs } = judgeAnswer(question, answer);
  const skipped = answer.kind === 'skipped';
  const returns = walk.kind !== 'assess' && !stop.again && !skipped && walk.counts && (!right || sure === false);
  const given: Answered = { answer, right, sure, beliefs, returns };
  const stops = returns ? withReturn(walk, stop) : walk.stops;
  const outcome = skipped ? 'skipped' : right ? 'right' : 'wrong';
  const fact = factOf(walk, stop, given, outcome);
  const shown = arrive({ ...walk, stops, answers: { ...walk.answers, [addressOf(walk.lesson, stop)]: given } });
  return { walk: shown.walk, effects: [{ do: 'append', facts: [fact] }, ...shown.effects] };
}

type Asked = Extract<Stop, { kind: 'ask' }>;

function factOf(walk: Walk, { question, from }: Asked, given: Answered, outcome: 'right' | 'wrong' | 'skipped'): Fact {
  const lesson = (from?.lesson ?? walk.lesson).folder;
  if (!from?.experiment)
    return {
      kind: 'answer',
      lesson,
      question: question.id,
      outcome,
      sure: given.sure,
      beliefs: [...given.beliefs],
      ...(walk.assessment && { assessment: { part: walk.assessment.part, seed: walk.seed, of: walk.assessment.of } }),
    };
  const texts = question.kind === 'one' ? question.options : [];
  const chosen = given.answer.kind === 'options' ? given.answer.chosen[0] : undefined;
  const said = given.answer.kind === 'number' ? String(given.answer.value) : (texts[chosen ?? -1]?.says ?? null);
  const measured = question.kind === 'number' ? String(question.answer) : (texts.find(({ right }) => right)?.says ?? '');
  return {
    kind: 'prediction',
    lesson,
    experiment: from.experiment,
    said: outcome === 'skipped' ? null : said,
    measured,
    outcome,
    belief: given.beliefs[0] ?? null,
  };
}

/** The stops with this question once more behind the last one. */
function withReturn(walk: Walk, asked: Asked): Walk['stops'] {
  const address = addressOf(walk.lesson, asked);
  if (walk.stops.some((each) => each.kind === 'ask' && each.again && addressOf(walk.lesson, each) === address)) return walk.stops;
  const last = walk.stops.findLastIndex((each) => each.kind !== 'exercise');
  return walk.stops.toSpliced(last + 1, 0, { ...asked, step: null, again: true });
}
