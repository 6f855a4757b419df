import type { Prediction, Question } from '@proving/spec';
import { answerOf, mayType, numberOf, orderOf } from './typing.ts';
import { type Action, stopOf, type Walk } from './walk.ts';

/** Something that can be done now: how it is shown, said and pressed. What is not in `keys(walk)` does nothing. */
export interface Key<A = Action> {
  /** As the footer shows it: `n`, `1–4`, `enter`. */
  readonly show: string;
  /** What it does, in the footer. */
  readonly does: string;
  /** One word for those who type or speak commands; empty for answers, which are given as they are. */
  readonly word: string;
  /** Each key and what it means. */
  readonly press: Readonly<Record<string, A>>;
  /** Any character that fits is typed into the answer. */
  readonly types?: true;
}

export function keys(walk: Walk): readonly Key[] {
  const stop = stopOf(walk);
  const quit = key('q', 'quit', { type: 'quit' });
  const always = [key('?', 'help', { type: 'help' }), quit];
  const back = walk.at > 0 ? [key('b', 'back', { type: 'back' })] : [];
  switch (walk.now.at) {
    case 'reading':
      return [next(walk), ...back, key('e', 'open theory.md', { type: 'open' }, 'open'), ...always];
    case 'predicting':
      if (stop?.kind !== 'run') return [quit];
      return [...predicting(cardOf(walk, stop.experiment).predict, walk.now.typed), ...back, ...always];
    case 'running':
      return [key('c', 'cancel', { type: 'cancel' }), quit];
    case 'verdict':
      return [next(walk), key('r', 'run again', { type: 'rerun' }, 'run'), ...ofVerdict(walk), ...back, ...always];
    case 'asking':
      if (stop?.kind !== 'ask') return [quit];
      return stop.question.kind === 'text'
        ? [...asking(walk, stop.question, walk.now.typed)]
        : [...asking(walk, stop.question, walk.now.typed), ...back, ...always];
    case 'sure':
      return [
        key('s', 'sure', { type: 'sure', sure: true }),
        key('g', 'a guess', { type: 'sure', sure: false }, 'guess'),
        key('b', 'change it', { type: 'back' }, 'back'),
        ...always,
      ];
    case 'answered':
      return [next(walk), ...back, ...always];
    case 'exercise':
      return [key('s', 'start the exercise', { type: 'exercise' }, 'start'), next(walk), ...back, ...always];
    case 'finished':
      return [...(walk.kind === 'assess' ? [key('n', 'the incident', { type: 'quit' }, 'incident')] : []), ...back, ...always];
    case 'left':
      return [];
  }
}

/** The action that a pressed key, or a typed character, is now; null when it is none. */
export function pressed(walk: Walk, input: string): Action | null {
  const all = keys(walk);
  for (const each of all) if (Object.hasOwn(each.press, input)) return each.press[input] as Action;
  const stop = stopOf(walk);
  if (!all.some((each) => each.types)) return null;
  if (walk.now.at === 'asking' && stop?.kind === 'ask' && mayType(stop.question, walk.now.typed, input))
    return { type: 'type', text: input };
  if (walk.now.at === 'predicting' && stop?.kind === 'run')
    return mayType(cardOf(walk, stop.experiment).predict, walk.now.typed, input) ? { type: 'type', text: input } : null;
  return null;
}

export function cardOf(walk: Walk, experiment: string) {
  const card = walk.lesson.manifest.experiments[experiment];
  if (!card) throw new Error(`${walk.lesson.folder} has no experiment ${experiment}`);
  return card;
}

function next(walk: Walk): Key {
  const [here, there] = [walk.stops[walk.at], walk.stops[walk.at + 1]];
  const goesOn = here?.kind === 'reading' && there?.kind === 'reading' && here.step === there.step;
  return {
    show: 'n',
    does: there === undefined ? 'finish' : goesOn ? 'read on' : 'next',
    word: 'next',
    press: { n: { type: 'next' }, return: { type: 'next' } },
  };
}

function predicting(predict: Prediction, typed: string): readonly Key[] {
  const skip = key('s', 'skip', { type: 'skip' });
  if (predict.kind === 'choice') {
    const press = predict.options.map(
      (_, i) => [String(i + 1), { type: 'predict', predicted: { kind: 'choice', option: i } }] as const,
    );
    return [{ show: `1–${press.length}`, does: 'your answer', word: '', press: Object.fromEntries(press) }, skip];
  }
  const value = numberOf(typed);
  const enter =
    value === null ? [] : [key('return', 'that is it', { type: 'predict', predicted: { kind: 'number', value } }, 'enter')];
  return [typing('0–9', 'a number'), ...enter, ...erase(typed), skip];
}

function asking(walk: Walk, question: Question, typed: string): readonly Key[] {
  const skip = question.kind === 'text' ? key('escape', 'skip', { type: 'skip' }) : key('s', 'skip', { type: 'skip' });
  const order = orderOf(question, walk.seed);
  if (question.kind === 'one') {
    const press = order.map(
      (index, i) => [String(i + 1), { type: 'answer', answer: { kind: 'options', chosen: [index] } }] as const,
    );
    return [{ show: `1–${press.length}`, does: 'answer', word: '', press: Object.fromEntries(press) }, skip];
  }
  const answer = answerOf(question, typed, order);
  const enter = answer ? [key('return', 'that is it', { type: 'answer', answer }, 'enter')] : [];
  return [how(question), ...enter, ...erase(typed), skip];
}

function how(question: Exclude<Question, { kind: 'one' }>): Key {
  switch (question.kind) {
    case 'several':
      return typing(`1–${question.options.length}`, 'all that are right');
    case 'order':
      return typing(`1–${question.items.length}`, 'in the right order');
    case 'match':
      return typing(`1–${question.pairs.length}`, 'one for each letter');
    case 'number':
      return typing('0–9', 'a number');
    case 'text':
      return typing('a–z', 'your words');
  }
}

function ofVerdict(walk: Walk): readonly Key[] {
  const stop = stopOf(walk);
  const traces = stop?.kind === 'run' ? (walk.runs[stop.experiment]?.result.traces ?? []) : [];
  const trace = traces.length > 0 ? [key('t', 'trace', { type: 'trace' })] : [];
  return [...trace, key('e', 'open the experiment', { type: 'open' }, 'open')];
}

const typing = (show: string, does: string): Key => ({ show, does, word: '', press: {}, types: true });
const erase = (typed: string) => (typed === '' ? [] : [{ ...key('backspace', 'erase', { type: 'erase' }), show: 'del' }]);
function key(press: string, does: string, action: Action, word = does): Key {
  return { show: press === 'return' ? 'enter' : press === 'escape' ? 'esc' : press, does, word, press: { [press]: action } };
}
