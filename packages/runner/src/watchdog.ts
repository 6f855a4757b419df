import type { Bench } from './bench.ts';
import type { Said } from './job.ts';

/** A worker whose own timer should have spoken by then is stuck: its event loop is blocked. */
const graceMs = 5_000;
/** The longest that healing after an arm may take. */
const healingMs = 150_000;

/**
 * Kills a worker that no longer answers. The worker ends an arm by its own timer when the budget is spent; it cannot while its
 * event loop is blocked. Nothing is limited before the first arm: a download or another command's turn takes as long as it takes.
 */
export class Watchdog implements Disposable {
  readonly #bench: Bench;
  readonly #budgetMs: number;
  readonly #still: string;
  #timer: NodeJS.Timeout | undefined;
  /** Why it killed the worker; null while it has not. */
  bit: string | null = null;

  /** @param still what to say of a process whose event loop stands still */
  constructor(bench: Bench, budgetMs: number, still = 'its event loop stood still') {
    this.#still = still;
    this.#bench = bench;
    this.#budgetMs = budgetMs;
  }

  hear(said: Said): void {
    if (said.say === 'arm') {
      this.#within(
        this.#budgetMs + graceMs,
        `${this.#still}: no word for ${(this.#budgetMs + graceMs) / 1_000} s, where its budget was ${this.#budgetMs / 1_000} s`,
      );
    }
    if (said.say === 'exercise' || said.say === 'outcome')
      this.#within(healingMs, `the cluster was not healed within ${healingMs / 1_000} s`);
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }

  #within(limitMs: number, why: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.bit = why;
      this.#bench.kill();
    }, limitMs);
  }
}
