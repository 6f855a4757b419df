import type { Key } from '../walk/keys.ts';
import type { WalkLesson } from '../walk/lesson.ts';
import type { ExerciseResult, Told } from '../walk/runner.ts';
import type { Fact, Said } from '../walk/said.ts';
import { nothingYet, type Watch, watch } from '../walk/watch.ts';

/** Work on an exercise as a state: a file that is judged whenever it is saved. Pure; `step` says what is to be done. */
export interface Bench {
  readonly lesson: WalkLesson;
  /** As it is shown: relative to where the learner stands. */
  readonly file: string;
  readonly now: 'idle' | 'judging' | 'asked reset' | 'asked solution' | 'left';
  readonly watch: Watch;
  /** The last judgement; null before the first. */
  readonly result: ExerciseResult | null;
  readonly passed: boolean;
  /** Rungs shown, by task. */
  readonly rungs: Readonly<Record<string, number>>;
  /** Runs in a row that ended with not-yet. */
  readonly misses: number;
  readonly run: number;
}

export type BenchAction =
  | { readonly type: 'saved' }
  | { readonly type: 'judge' }
  | { readonly type: 'told'; readonly run: number; readonly told: readonly Told[] }
  | { readonly type: 'judged'; readonly run: number; readonly result: ExerciseResult; readonly at: string }
  | { readonly type: 'hint' }
  | { readonly type: 'state' }
  | { readonly type: 'open' }
  | { readonly type: 'reset' }
  | { readonly type: 'yes' }
  | { readonly type: 'no' }
  | { readonly type: 'next' }
  | { readonly type: 'help' }
  | { readonly type: 'quit' };

export type BenchEffect =
  | { readonly do: 'append'; readonly facts: readonly Fact[] }
  | { readonly do: 'say'; readonly said: Said }
  | { readonly do: 'judge'; readonly run: number }
  | { readonly do: 'cancel'; readonly run: number }
  | { readonly do: 'hint'; readonly task: string; readonly rung: number }
  | { readonly do: 'open' }
  | { readonly do: 'reset' };

export interface BenchMoved {
  readonly bench: Bench;
  readonly effects: readonly BenchEffect[];
}

export const rungsOf = 4;

export function startBench(lesson: WalkLesson, file: string, rungs: Bench['rungs']): BenchMoved {
  const bench: Bench = { lesson, file, now: 'idle', watch: nothingYet, result: null, passed: false, rungs, misses: 0, run: 0 };
  return { bench, effects: [{ do: 'say', said: { say: 'task', lesson, file } }] };
}

/** The keys that work now; what is not here does nothing. */
export function benchKeys(bench: Bench): readonly BenchKey[] {
  const quit = key('q', 'quit', { type: 'quit' });
  switch (bench.now) {
    case 'left':
      return [];
    case 'asked reset':
      return [key('y', 'put start.ts back', { type: 'yes' }, 'yes'), key('n', 'keep mine', { type: 'no' }, 'no'), quit];
    case 'asked solution':
      return [key('y', 'show the solution', { type: 'yes' }, 'yes'), key('n', 'not yet', { type: 'no' }, 'no'), quit];
    case 'judging':
      return [quit];
    case 'idle': {
      const left = hintsLeft(bench);
      return [
        ...(bench.passed ? [key('n', 'finish', { type: 'next' }, 'next')] : []),
        key('r', bench.result ? 'judge again' : 'judge it now', { type: 'judge' }, 'judge'),
        ...(left > 0 ? [key('h', `hint (${left} left)`, { type: 'hint' }, 'hint')] : []),
        ...(bench.watch.arm ? [key('s', 'show state', { type: 'state' }, 'state')] : []),
        key('e', 'open start.ts', { type: 'open' }, 'open'),
        key('x', 'reset', { type: 'reset' }),
        key('?', 'help', { type: 'help' }),
        quit,
      ];
    }
  }
}

export type BenchKey = Key<BenchAction>;

export function benchStep(bench: Bench, action: BenchAction): BenchMoved {
  if (!isOffered(bench, action)) return { bench, effects: [] };
  switch (action.type) {
    case 'saved':
    case 'judge':
      return judge(bench);
    case 'told':
      return still({ ...bench, watch: action.told.reduce(inOneArm, bench.watch) });
    case 'judged':
      return judged(bench, action.result, action.at);
    case 'hint':
      return hintsLeft(bench) === 1 ? still({ ...bench, now: 'asked solution' }) : hint(bench);
    case 'state':
      return { bench, effects: shownState(bench) };
    case 'open':
      return { bench, effects: [{ do: 'open' }] };
    case 'reset':
      return still({ ...bench, now: 'asked reset' });
    case 'yes':
      return bench.now === 'asked reset'
        ? { bench: { ...bench, now: 'idle' }, effects: [{ do: 'reset' }] }
        : hint({ ...bench, now: 'idle' });
    case 'no':
      return still({ ...bench, now: 'idle' });
    case 'next':
    case 'quit': {
      const cancel: readonly BenchEffect[] = bench.now === 'judging' ? [{ do: 'cancel', run: bench.run }] : [];
      const verb = bench.passed ? 'lesson' : `exercise ${bench.lesson.number}`;
      return { bench: { ...bench, now: 'left' }, effects: [...cancel, { do: 'say', said: { say: 'left', command: verb } }] };
    }
    case 'help':
      return { bench, effects: [{ do: 'say', said: { say: 'help', keys: benchKeys(bench) } }] };
  }
}

export function isOffered(bench: Bench, action: BenchAction): boolean {
  if (bench.now === 'left') return false;
  if (action.type === 'saved') return true;
  if (action.type === 'told' || action.type === 'judged') return bench.now === 'judging' && action.run === bench.run;
  return benchKeys(bench).some((each) => Object.values(each.press).some((offered) => offered.type === action.type));
}

/** Hints there still are for the task that failed last; none before the first attempt. */
export function hintsLeft(bench: Bench): number {
  const task = bench.result?.failed?.task;
  return task === undefined ? 0 : rungsOf - (bench.rungs[task] ?? 0);
}

/** A new save, or a new wish, ends the judgement that goes. */
function judge(bench: Bench): BenchMoved {
  const cancel: readonly BenchEffect[] = bench.now === 'judging' ? [{ do: 'cancel', run: bench.run }] : [];
  const run = bench.run + 1;
  return { bench: { ...bench, now: 'judging', run, watch: nothingYet }, effects: [...cancel, { do: 'judge', run }] };
}

function judged(bench: Bench, result: ExerciseResult, at: string): BenchMoved {
  const { outcome, failed } = result;
  const lesson = bench.lesson.folder;
  const fact: Fact = { kind: 'exercise', lesson, outcome, task: failed?.task ?? null, mistake: failed?.mistake ?? null };
  const misses = outcome === 'passed' ? 0 : outcome === 'not-yet' ? bench.misses + 1 : bench.misses;
  const next: Bench = { ...bench, now: 'idle', result, misses, passed: bench.passed || outcome === 'passed' };
  const nudge: readonly BenchEffect[] =
    misses === 3 && hintsLeft(next) > 0
      ? [{ do: 'say', said: { say: 'notice', text: 'h gives a hint, one rung at a time.' } }]
      : [];
  const said: BenchEffect = { do: 'say', said: { say: 'judged', lesson: bench.lesson, result, at } };
  return { bench: next, effects: [{ do: 'append', facts: [fact] }, said, ...nudge] };
}

function hint(bench: Bench): BenchMoved {
  const task = bench.result?.failed?.task;
  if (task === undefined) return still(bench);
  const rung = (bench.rungs[task] ?? 0) + 1;
  const fact: Fact = { kind: 'hint', lesson: bench.lesson.folder, task, rung };
  return {
    bench: { ...bench, now: 'idle', rungs: { ...bench.rungs, [task]: rung } },
    effects: [
      { do: 'append', facts: [fact] },
      { do: 'hint', task, rung },
    ],
  };
}

function shownState(bench: Bench): readonly BenchEffect[] {
  const { arm } = bench.watch;
  const card = { title: 'What the check saw', needs: [] };
  return arm ? [{ do: 'say', said: { say: 'arm', address: bench.lesson.number, experiment: 'exercise', card, arm } }] : [];
}

/** The check of an exercise is one arm that nobody announces. */
function inOneArm(model: Watch, told: Told): Watch {
  if (told.type !== 'event' || model.arm?.arm === told.arm) return watch(model, told);
  const started = watch(model, { type: 'arm.started', arm: told.arm, label: 'your program', index: 0, of: 1 });
  return watch(started, told);
}

const still = (bench: Bench): BenchMoved => ({ bench, effects: [] });
function key(press: string, does: string, action: BenchAction, word = does): BenchKey {
  return { show: press, does, word, press: { [press]: action } };
}
