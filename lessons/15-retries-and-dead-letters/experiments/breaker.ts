import type { Clock } from './clock.ts';

export type State = 'closed' | 'open' | 'half-open';

interface Setting {
  /** How many failures in a row open it. */
  readonly opensAfter: number;
  /** How long it stays open, ms. */
  readonly staysOpen: number;
  /** What it becomes then. */
  readonly becomes: 'half-open' | 'closed';
}

/** One that opens after three failures for 30 s, and becomes what is given; with null, one that never opens. */
export function breakerOf(clock: Clock, becomes: 'half-open' | 'closed' | null): Breaker {
  const opensAfter = becomes === null ? Number.POSITIVE_INFINITY : 3;
  return new Breaker(clock, { opensAfter, staysOpen: 30_000, becomes: becomes ?? 'closed' });
}

/** A circuit breaker in front of a service: it counts failures, and when there are enough it lets no call through. */
export class Breaker {
  /** Every state it has been in, in order. */
  readonly states: State[] = ['closed'];
  #failures = 0;
  #waiting: (() => unknown)[] = [];
  readonly #clock: Clock;
  readonly #setting: Setting;

  constructor(clock: Clock, setting: Setting) {
    this.#clock = clock;
    this.#setting = setting;
  }

  /** How often it has opened. */
  get opened(): number {
    return this.states.filter((state) => state === 'open').length;
  }

  get state(): State {
    return this.states.at(-1) ?? 'closed';
  }

  /** Calls `act` once, when it lets calls through again. */
  whenNotOpen(act: () => unknown): void {
    this.#waiting.push(act);
  }

  /** Makes the call, unless it is open. @throws what the call throws */
  // #region call
  async call(work: () => Promise<void>): Promise<void> {
    if (this.state === 'open') throw new Error('the breaker is open');
    try {
      await work();
      this.#failures = 0;
      if (this.state === 'half-open') this.states.push('closed');
    } catch (failure) {
      this.#failures += 1;
      const enough = this.#failures >= this.#setting.opensAfter;
      if (this.state === 'half-open' || enough) this.#open();
      throw failure;
    }
  }
  // #endregion

  #open(): void {
    this.states.push('open');
    this.#failures = 0;
    this.#clock.at(this.#clock.now + this.#setting.staysOpen, () => {
      this.states.push(this.#setting.becomes);
      for (const act of this.#waiting.splice(0)) act();
    });
  }
}

/** Closed to open, a call in vain when it is half open, another one that succeeds. */
export const wholeWay = 'closed,open,half-open,open,half-open,closed';
