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
  readonly now: 'idle' | 'judging' | 'asked reset' | 'asked hint' | 'asked solution' | 'left';
  readonly watch: Watch;
  /** The last judgement; null before the first. */
  readonly result: ExerciseResult | null;
  /** The time of day of what was judged last. */
  readonly at: string;
  readonly passed: boolean;
  /** Rungs shown, by task. */
  readonly rungs: Readonly<Record<string, number>>;
  /** Runs in a row that ended with not-yet. */
  readonly misses: number;
  /** Whether the hints were pointed to since the last one was taken. */
  readonly nudged: boolean;
  /** Asked for once, the solution is shown without a question. */
  readonly solutionShown: boolean;
  readonly run: number;
}

export type BenchAction =
  | { readonly type: 'saved' }
  | { readonly type: 'judge' }
  | { readonly type: 'told'; readonly run: number; readonly told: readonly Told[] }
  | { readonly type: 'judged'; readonly run: number; readonly result: ExerciseResult; readonly at: string }
  | { readonly type: 'hint' }
  /** `raw`: a task as markdown. */
  | { readonly type: 'show'; readonly what: Shown; readonly raw?: true }
  /** Some minutes went by and nothing was judged since this run. */
  | { readonly type: 'waited'; readonly run: number }
  | { readonly type: 'open' }
  | { readonly type: 'reset' }
  | { readonly type: 'yes' }
  | { readonly type: 'no' }
  | { readonly type: 'next' }
  | { readonly type: 'help' }
  | { readonly type: 'quit' };

export type Shown = 'task' | 'goal' | 'state' | 'solution';

export type BenchEffect =
  | { readonly do: 'append'; readonly facts: readonly Fact[] }
  | { readonly do: 'say'; readonly said: Said }
  | { readonly do: 'judge'; readonly run: number }
  /** `newer`: because there is another version to judge. */
  | { readonly do: 'cancel'; readonly run: number; readonly newer: boolean }
  | { readonly do: 'hint'; readonly task: string; readonly rung: number }
  | { readonly do: 'show'; readonly what: Exclude<Shown, 'task'> }
  /** Calls `waited` when `run` stays the last one for long. */
  | { readonly do: 'wait'; readonly run: number }
  | { readonly do: 'open' }
  | { readonly do: 'reset' };

export interface BenchMoved {
  readonly bench: Bench;
  readonly effects: readonly BenchEffect[];
}

export const rungsOf = 4;

export function startBench(lesson: WalkLesson, file: string, rungs: Bench['rungs']): BenchMoved {
  const bench: Bench = {
    lesson,
    file,
    now: 'idle',
    watch: nothingYet,
    result: null,
    at: '',
    passed: false,
    rungs,
    misses: 0,
    nudged: false,
    solutionShown: false,
    run: 0,
  };
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
    case 'asked hint':
    case 'asked solution':
      return [key('y', 'show the solution', { type: 'yes' }, 'yes'), key('n', 'not yet', { type: 'no' }, 'no'), quit];
    case 'judging':
      return [key('r', 'start over', { type: 'judge' }, 'judge'), quit];
    case 'idle': {
      const left = hintsLeft(bench);
      return [
        ...(bench.passed ? [key('n', 'finish', { type: 'next' }, 'next')] : []),
        key('r', bench.result ? 'judge again' : 'judge it now', { type: 'judge' }, 'judge'),
        ...(left > 0 ? [key('h', `hint (${left} left)`, { type: 'hint' }, 'hint')] : []),
        show('t', 'task'),
        show('g', 'goal'),
        // There is nothing to be seen, and nothing to be given away, before the first attempt.
        ...(bench.result ? [show('s', 'state'), show('o', 'solution')] : []),
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
      return hintsLeft(bench) === 1 ? still({ ...bench, now: 'asked hint' }) : hint(bench);
    case 'show':
      return shown(bench, action);
    case 'waited':
      return nudged(bench);
    case 'open':
      return { bench, effects: [{ do: 'open' }] };
    case 'reset':
      return still({ ...bench, now: 'asked reset' });
    case 'yes':
      return confirmed({ ...bench, now: 'idle' }, bench.now);
    case 'no':
      return still({ ...bench, now: 'idle' });
    case 'next':
    case 'quit': {
      const cancel: readonly BenchEffect[] = bench.now === 'judging' ? [{ do: 'cancel', run: bench.run, newer: false }] : [];
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
  if (action.type === 'waited') return bench.now === 'idle' && action.run === bench.run && isToNudge(bench);
  return benchKeys(bench).some((each) => Object.values(each.press).some((offered) => offered.type === action.type));
}

/** Hints there still are for the task that failed last; none before the first attempt. */
export function hintsLeft(bench: Bench): number {
  const task = bench.result?.failed?.task;
  return task === undefined ? 0 : rungsOf - (bench.rungs[task] ?? 0);
}

/** A new save, or a new wish, ends the judgement that goes. */
function judge(bench: Bench): BenchMoved {
  const cancel: readonly BenchEffect[] = bench.now === 'judging' ? [{ do: 'cancel', run: bench.run, newer: true }] : [];
  const run = bench.run + 1;
  return { bench: { ...bench, now: 'judging', run, watch: nothingYet }, effects: [...cancel, { do: 'judge', run }] };
}

function judged(bench: Bench, result: ExerciseResult, at: string): BenchMoved {
  const { outcome, failed } = result;
  const lesson = bench.lesson.folder;
  const fact: Fact = { kind: 'exercise', lesson, outcome, task: failed?.task ?? null, mistake: failed?.mistake ?? null };
  const misses = outcome === 'passed' ? 0 : outcome === 'not-yet' ? bench.misses + 1 : bench.misses;
  const next: Bench = { ...bench, now: 'idle', result, at, misses, passed: bench.passed || outcome === 'passed' };
  const said: BenchEffect = { do: 'say', said: { say: 'judged', lesson: bench.lesson, result, at } };
  const told: readonly BenchEffect[] = [{ do: 'append', facts: [fact] }, said];
  if (!isToNudge(next)) return { bench: next, effects: told };
  if (misses < 3) return { bench: next, effects: [...told, { do: 'wait', run: next.run }] };
  const pointed = nudged(next);
  return { bench: pointed.bench, effects: [...told, ...pointed.effects] };
}

const isToNudge = (bench: Bench) => !bench.nudged && hintsLeft(bench) > 0;

/** One quiet line, and no second one before a hint was taken. */
function nudged(bench: Bench): BenchMoved {
  const text = 'h gives a hint, one rung at a time.';
  return { bench: { ...bench, nudged: true }, effects: [{ do: 'say', said: { say: 'notice', text } }] };
}

/** Yes, to what was asked. */
function confirmed(bench: Bench, asked: Bench['now']): BenchMoved {
  if (asked === 'asked reset') return { bench, effects: [{ do: 'reset' }] };
  return asked === 'asked hint' ? hint(bench) : solution(bench);
}

/** Who reads the solution has taken every rung of the task that failed. */
function solution(bench: Bench): BenchMoved {
  const task = bench.result?.failed?.task;
  const { folder } = bench.lesson;
  const isNews = task !== undefined && hintsLeft(bench) > 0;
  const taken: readonly BenchEffect[] = isNews
    ? [{ do: 'append', facts: [{ kind: 'hint', lesson: folder, task, rung: rungsOf }] }]
    : [];
  const rungs = isNews ? { ...bench.rungs, [task]: rungsOf } : bench.rungs;
  return { bench: { ...bench, rungs, solutionShown: true }, effects: [...taken, { do: 'show', what: 'solution' }] };
}

function hint(bench: Bench): BenchMoved {
  const task = bench.result?.failed?.task;
  if (task === undefined) return still(bench);
  const rung = (bench.rungs[task] ?? 0) + 1;
  const fact: Fact = { kind: 'hint', lesson: bench.lesson.folder, task, rung };
  return {
    bench: { ...bench, now: 'idle', nudged: false, rungs: { ...bench.rungs, [task]: rung } },
    effects: [
      { do: 'append', facts: [fact] },
      { do: 'hint', task, rung },
    ],
  };
}

function shown(bench: Bench, { what, raw }: BenchAction & { readonly type: 'show' }): BenchMoved {
  const { lesson, file } = bench;
  switch (what) {
    case 'task':
      return { bench, effects: [{ do: 'say', said: { say: 'task', lesson, file, ...(raw && { raw }) } }] };
    case 'goal':
      return { bench, effects: [{ do: 'show', what }] };
    case 'state':
      return { bench, effects: [...figure(bench), { do: 'show', what }] };
    case 'solution':
      return bench.solutionShown ? solution(bench) : still({ ...bench, now: 'asked solution' });
  }
}

/** The cluster as the check saw it: leaders, copies, groups. */
function figure({ lesson, watch }: Bench): readonly BenchEffect[] {
  const { arm } = watch;
  const card = { title: 'What the check saw', needs: [] };
  return arm ? [{ do: 'say', said: { say: 'arm', address: lesson.number, experiment: 'exercise', card, arm } }] : [];
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
const show = (press: string, what: Shown): BenchKey => key(press, what, { type: 'show', what }, `show ${what}`);
