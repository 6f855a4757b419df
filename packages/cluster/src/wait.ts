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
    await between(wait.every ?? '25ms', wait.signal);
  }
}

/** The pause between two questions. @throws the signal's reason */
export async function between(time: Duration, signal?: AbortSignal): Promise<void> {
  try {
    await pause(ms(time), undefined, signal ? { signal } : {});
  } catch (failure) {
    signal?.throwIfAborted();
    throw failure;
  }
}

/** Does something at once and then again and again, until the scope ends. Keeps no process alive. */
export function repeat(act: () => void, every: Duration): Disposable {
  act();
  const beat = setInterval(act, ms(every));
  beat.unref();
  return { [Symbol.dispose]: () => clearInterval(beat) };
}

const saying = (saw: string | undefined) => (saw === undefined ? {} : { saw });
