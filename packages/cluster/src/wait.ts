import { setTimeout as pause } from 'node:timers/promises';
import type { Duration } from '@proving/spec';
import { ms, Plain } from './words.ts';

export interface Wait {
  readonly within: Duration;
  /** How often it is asked. Default `'25ms'`. */
  readonly every?: Duration;
  readonly signal?: AbortSignal | undefined;
  /** What was last seen, for the message. */
  readonly saw?: () => string;
}

/**
 * Asks until the answer is neither null nor false.
 * @throws {Plain} code `not-in-time`, with what was last seen; or the signal's reason
 */
export async function waitFor<T>(what: string, ask: () => Promise<T | null | false> | T | null | false, wait: Wait): Promise<T> {
  const deadline = performance.now() + ms(wait.within);
  for (;;) {
    wait.signal?.throwIfAborted();
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (performance.now() >= deadline) throw new Plain('not-in-time', `Waited ${wait.within} for ${what}.`, saying(wait.saw?.()));
    await pause(ms(wait.every ?? '25ms'), undefined, wait.signal ? { signal: wait.signal } : {});
  }
}

const saying = (saw: string | undefined) => (saw === undefined ? {} : { saw });
