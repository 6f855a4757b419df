import type { DriverName, Fact, Verdict } from '@proving/spec';
import { type ExitCode, exitCodeOfAll, exitCodes } from '@proving/spec';
import { couldNotRun } from './could-not-run.ts';
import { pressed } from './keys.ts';
import type { ExperimentResult, Runner, Told } from './runner.ts';
import type { Said } from './said.ts';
import { step } from './step.ts';
import type { Action, Effect, Moved, Walk } from './walk.ts';

/** Where a walk is seen. */
export interface Stage {
  /** Something is said, for good. */
  say(said: Said): void;
  /** A run tells something. Pages that this brings about are said after it. */
  told(told: Told): void;
  /** The walk stands like this now. */
  show(walk: Walk): void;
}

export interface World {
  readonly runner: Runner;
  readonly driver: DriverName | null;
  /** Resolves when the facts are on the disk. */
  append(facts: readonly Fact[]): Promise<void>;
  /** Opens a file of the lesson, relative to its folder, in the learner's editor. */
  open(file: string): Promise<void>;
  exercise(): Promise<void>;
}

/** A walk under way: takes actions one after the other and does what they bring about, in order. */
export class Session {
  #walk: Walk;
  readonly #stage: Stage;
  readonly #world: World;
  readonly #verdicts = new Map<string, Verdict>();
  #queue: Promise<void> = Promise.resolve();
  #running: { readonly run: number; readonly abort: AbortController } | null = null;
  #interrupted = false;
  readonly #ended = Promise.withResolvers<ExitCode>();

  constructor(begun: Moved, stage: Stage, world: World) {
    this.#walk = begun.walk;
    this.#stage = stage;
    this.#world = world;
    this.#queue = this.#perform(begun);
    this.#queue.catch(this.#ended.reject);
  }

  get walk(): Walk {
    return this.#walk;
  }

  /** Resolves with the exit code when the learner has left. */
  get ended(): Promise<ExitCode> {
    return this.#ended.promise;
  }

  /** The verdicts seen so far, together. */
  get code(): ExitCode {
    return this.#interrupted ? exitCodes.interrupted : exitCodeOfAll([...this.#verdicts.values()]);
  }

  /** Resolves when everything dispatched until now is done and shown. */
  get settled(): Promise<void> {
    return this.#queue;
  }

  /** Resolves when the action and all before it are done and shown. */
  dispatch(action: Action): Promise<void> {
    this.#queue = this.#queue.then(() => (action.type === 'told' ? this.#told(action) : this.#perform(step(this.#walk, action))));
    this.#queue.catch(this.#ended.reject);
    return this.#queue;
  }

  /** A key, judged when its turn comes: typed ahead, it means what it means on the screen that it meets. */
  press(key: string): Promise<void> {
    this.#queue = this.#queue.then(() => {
      const action = pressed(this.#walk, key);
      return action ? this.#perform(step(this.#walk, action)) : undefined;
    });
    this.#queue.catch(this.#ended.reject);
    return this.#queue;
  }

  /** Ctrl-C: the run that goes is stopped, the learner leaves. */
  interrupt(): Promise<void> {
    this.#interrupted = true;
    this.#running?.abort.abort();
    return this.dispatch({ type: 'quit' });
  }

  async #perform({ walk, effects }: Moved): Promise<void> {
    this.#walk = walk;
    for (const effect of effects) await this.#do(effect);
    this.#stage.show(this.#walk);
    if (this.#walk.now.at === 'left') this.#ended.resolve(this.code);
  }

  /** What a run tells, each in its turn between the pages that it brings about; the walk is shown once for all. */
  async #told({ run, told }: Extract<Action, { type: 'told' }>): Promise<void> {
    for (const each of told) {
      const { walk, effects } = step(this.#walk, { type: 'told', run, told: [each] });
      if (walk !== this.#walk) this.#stage.told(each);
      this.#walk = walk;
      for (const effect of effects) await this.#do(effect);
    }
    this.#stage.show(this.#walk);
  }

  async #do(effect: Effect): Promise<void> {
    switch (effect.do) {
      case 'append':
        return this.#world.append(effect.facts);
      case 'say':
        return this.#stage.say(effect.said);
      case 'run':
        void this.#run(effect);
        return;
      case 'cancel':
        if (this.#running?.run === effect.run) this.#running.abort.abort();
        return;
      case 'open':
        return this.#world.open(effect.file);
      case 'exercise':
        return this.#world.exercise();
    }
  }

  async #run({ run, experiment, seed }: Extract<Effect, { do: 'run' }>): Promise<void> {
    const abort = new AbortController();
    this.#running = { run, abort };
    const batch = batched((told) => void this.dispatch({ type: 'told', run, told }));
    const { lesson } = this.#walk;
    const { driver, runner } = this.#world;
    const request = { lesson, experiment, seed, signal: abort.signal, ...(driver && { driver }) };
    const result = await runner
      .runExperiment(request, (told) => (abort.signal.aborted ? undefined : batch.push(told)))
      .catch((error: unknown): ExperimentResult => couldNotRun(lesson, experiment, error));
    batch.flush();
    if (!abort.signal.aborted) this.#verdicts.set(experiment, result.verdict);
    await this.dispatch({ type: 'ran', run, result });
  }
}

/** Gathers what comes faster than twenty times a second; cost then follows frames, not events. */
export function batched(flush: (all: readonly Told[]) => void): { push(told: Told): void; flush(): void } {
  let queue: Told[] = [];
  let timer: NodeJS.Timeout | null = null;
  const now = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (queue.length === 0) return;
    const all = queue;
    queue = [];
    flush(all);
  };
  return {
    push(told) {
      queue.push(told);
      timer ??= setTimeout(now, 50);
    },
    flush: now,
  };
}
