import { answered } from './answering.ts';
import { goTo } from './arrive.ts';
import { cardOf, keys } from './keys.ts';
import { cancelled, predictedBefore, ran, run, told, trace } from './running.ts';
import type { Fact } from './said.ts';
import { mayType, typedAfter } from './typing.ts';
import { type Action, type Effect, type Moved, stopOf, type Walk } from './walk.ts';

/** The walk after an action. One that is not offered now changes nothing. */
export function step(walk: Walk, action: Action): Moved {
  if (walk.now.at === 'left' || !isOffered(walk, action)) return { walk, effects: [] };
  switch (action.type) {
    case 'next':
      return forward(walk);
    case 'back':
      return walk.now.at === 'sure' ? still({ ...walk, now: { at: 'asking', typed: '' } }) : goTo(walk, walk.at - 1);
    case 'type':
    case 'erase':
      return still(typed(walk, action));
    case 'predict':
      return run(walk, action.predicted);
    case 'answer':
      return still({ ...walk, now: { at: 'sure', answer: action.answer } });
    case 'sure':
      return walk.now.at === 'sure' ? answered(walk, walk.now.answer, action.sure) : { walk, effects: [] };
    case 'skip':
      return walk.now.at === 'predicting' ? run(walk, { kind: 'skipped' }) : answered(walk, { kind: 'skipped' }, null);
    case 'rerun':
      return run(walk, predictedBefore(walk));
    case 'cancel':
      return cancelled(walk);
    case 'told':
      return walk.now.at === 'running' ? told(walk, walk.now, action.told) : { walk, effects: [] };
    case 'ran':
      return walk.now.at === 'running' ? ran(walk, walk.now, action.result) : { walk, effects: [] };
    case 'trace':
      return { walk, effects: trace(walk) };
    case 'open':
      return { walk, effects: open(walk) };
    case 'exercise':
      return { walk, effects: [{ do: 'exercise' }] };
    case 'help':
      return { walk, effects: [say({ say: 'help', keys: keys(walk) })] };
    case 'quit':
      return left(walk);
  }
}

/** Whether the keys shown now lead to this action; what a run tells is not pressed, and counts while that run is the one that runs. */
export function isOffered(walk: Walk, action: Action): boolean {
  if (action.type === 'told' || action.type === 'ran') return walk.now.at === 'running' && action.run === walk.run;
  if (action.type === 'type') return types(walk, action.text);
  if (action.type === 'sure' && action.sure === null) return walk.now.at === 'sure';
  const wanted = JSON.stringify(action);
  return keys(walk).some((key) => Object.values(key.press).some((each) => JSON.stringify(each) === wanted));
}

function types(walk: Walk, text: string): boolean {
  const stop = stopOf(walk);
  if (walk.now.at === 'asking' && stop?.kind === 'ask') return mayType(stop.question, walk.now.typed, text);
  if (walk.now.at === 'predicting' && stop?.kind === 'run')
    return mayType(cardOf(walk, stop.experiment).predict, walk.now.typed, text);
  return false;
}

function typed(walk: Walk, action: { readonly type: 'type'; readonly text: string } | { readonly type: 'erase' }): Walk {
  const stop = stopOf(walk);
  if (walk.now.at !== 'asking' && walk.now.at !== 'predicting') return walk;
  const what = stop?.kind === 'ask' ? stop.question : stop?.kind === 'run' ? cardOf(walk, stop.experiment).predict : null;
  if (!what) return walk;
  const before = walk.now.typed;
  return {
    ...walk,
    now: { ...walk.now, typed: action.type === 'erase' ? before.slice(0, -1) : typedAfter(what, before, action.text) },
  };
}

function forward(walk: Walk): Moved {
  const here = stopOf(walk);
  const there = walk.stops[walk.at + 1];
  const read: readonly Fact[] =
    here?.step && here.step !== there?.step ? [{ kind: 'step.read', lesson: walk.lesson.folder, step: here.step }] : [];
  const effects: readonly Effect[] = walk.counts && read.length > 0 ? [{ do: 'append', facts: read }] : [];
  const moved = goTo(walk, walk.at + 1);
  return { walk: moved.walk, effects: [...effects, ...moved.effects] };
}

function open(walk: Walk): readonly Effect[] {
  const stop = stopOf(walk);
  return [{ do: 'open', file: stop?.kind === 'run' ? `experiments/${stop.experiment}.ts` : 'theory.md' }];
}

function left(walk: Walk): Moved {
  const effects: Effect[] = walk.now.at === 'running' ? [{ do: 'cancel', run: walk.run }] : [];
  const { kind, lesson } = walk;
  const command = { review: kind, assess: `assess ${lesson.manifest.part}` }[kind as string] ?? `${kind} ${lesson.number}`;
  if (walk.now.at !== 'finished') effects.push(say({ say: 'left', command }));
  return { walk: { ...walk, now: { at: 'left' } }, effects };
}

const still = (walk: Walk): Moved => ({ walk, effects: [] });
const say = (said: Extract<Effect, { do: 'say' }>['said']): Effect => ({ do: 'say', said });
