import { type Fact, withSeen } from '@proving/spec';
import type { ExerciseResult, Runner, Superseded, Told } from '../walk/runner.ts';
import type { Said } from '../walk/said.ts';
import { batched } from '../walk/session.ts';
import {
  type Bench,
  type BenchAction,
  type BenchEffect,
  type BenchMoved,
  benchKeys,
  benchStep,
  rungsOf,
  type Shown,
} from './bench.ts';
import { Check } from './check.ts';
import { Patience } from './patience.ts';
import { goalPicture, statePicture } from './picture.ts';

export interface BenchWorld {
  readonly judge: (signal: AbortSignal, told: (told: Told) => void) => ReturnType<Runner['judgeExercise']>;
  append(facts: readonly Fact[]): Promise<void>;
  say(said: Said): void;
  show(bench: Bench): void;
  open(): Promise<void>;
  /** Resolves with where the learner's version is kept. */
  reset(): Promise<string>;
}

/** Work on an exercise under way: one action after the other, one judgement at a time. */
export class BenchSession {
  #bench: Bench;
  readonly #world: BenchWorld;
  readonly #check: Check;
  readonly #patience = new Patience();
  #queue: Promise<void>;
  #running: { readonly run: number; readonly abort: AbortController; readonly done: Promise<unknown> } | null = null;
  readonly #ended = Promise.withResolvers<void>();

  constructor(begun: BenchMoved, world: BenchWorld) {
    this.#bench = begun.bench;
    this.#world = world;
    this.#check = new Check(begun.bench.lesson.dir);
    this.#queue = this.#perform(begun);
    this.#queue.catch(this.#ended.reject);
  }

  get bench(): Bench {
    return this.#bench;
  }

  /** Resolves when the learner has left and nothing runs any more. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  get settled(): Promise<void> {
    return this.#queue;
  }

  dispatch(action: BenchAction): Promise<void> {
    return this.#then(() => this.#perform(benchStep(this.#bench, action)));
  }

  press(key: string): Promise<void> {
    return this.#then(() => {
      const offered = benchKeys(this.#bench).find((each) => Object.hasOwn(each.press, key));
      return offered ? this.#perform(benchStep(this.#bench, offered.press[key] as BenchAction)) : undefined;
    });
  }

  #then(work: () => Promise<void> | undefined): Promise<void> {
    this.#queue = this.#queue.then(work);
    this.#queue.catch(this.#ended.reject);
    return this.#queue;
  }

  async #perform({ bench, effects }: BenchMoved): Promise<void> {
    this.#bench = bench;
    for (const effect of effects) await this.#do(effect);
    this.#world.show(this.#bench);
    if (this.#bench.now !== 'left') return;
    this.#patience.end();
    await this.#running?.done;
    this.#ended.resolve();
  }

  async #do(effect: BenchEffect): Promise<void> {
    switch (effect.do) {
      case 'append':
        return this.#world.append(effect.facts);
      case 'say':
        return this.#world.say(effect.said);
      case 'judge':
        this.#patience.end();
        this.#judge(effect.run);
        return;
      case 'cancel':
        this.#running?.abort.abort(effect.newer ? superseded : undefined);
        return;
      case 'hint': {
        const text = await this.#check.hint(effect.task, effect.rung);
        return this.#world.say({ say: 'hint', rung: effect.rung, of: rungsOf, text });
      }
      case 'show':
        return this.#world.say(await this.#shown(effect.what));
      case 'wait':
        this.#patience.begin(() => void this.dispatch({ type: 'waited', run: effect.run }));
        return;
      case 'open':
        return this.#world.open();
      case 'reset': {
        const kept = await this.#world.reset();
        return this.#world.say({ say: 'notice', text: `start.ts is as it was. Your version is kept in ${kept}` });
      }
    }
  }

  async #shown(what: Exclude<Shown, 'task'>): Promise<Said> {
    const { lesson, result, at } = this.#bench;
    if (what === 'solution') return { say: 'solution', lesson, code: await this.#check.solution() };
    const goals = await this.#check.goals();
    if (what === 'goal') return { say: 'goal', lesson, picture: goalPicture(goals) };
    return { say: 'state', lesson, picture: statePicture(goals, result), at };
  }

  #judge(run: number): void {
    const before = this.#running?.done;
    const abort = new AbortController();
    const done = this.#judged(run, abort, before);
    this.#running = { run, abort, done };
  }

  async #judged(run: number, abort: AbortController, before: Promise<unknown> | undefined): Promise<void> {
    // The one that was cancelled must have let go of the cluster.
    await before;
    if (abort.signal.aborted) return;
    const batch = batched((told) => void this.dispatch({ type: 'told', run, told }));
    const at = new Date().toTimeString().slice(0, 8);
    const result = await this.#world
      .judge(abort.signal, (told) => (abort.signal.aborted ? undefined : batch.push(told)))
      .catch(couldNotRun);
    batch.flush();
    if (result.outcome === 'not-yet') this.#check.readAhead();
    if (!abort.signal.aborted) void this.dispatch({ type: 'judged', run, result, at });
  }
}

const superseded: Superseded = 'superseded';

export function couldNotRun(error: unknown): ExerciseResult {
  const { message, saw } = error as { readonly message?: string; readonly saw?: string | null };
  const because = withSeen(message ?? String(error), saw);
  return { outcome: 'could-not-run', tasks: [], failed: null, observed: null, because, printed: [], ms: 0 };
}
