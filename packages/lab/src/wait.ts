import { setTimeout as pause } from 'node:timers/promises';
import { type Duration, ms, Plain } from '@proving/spec';
import type { WaitOptions } from './lab.ts';

/** A wait that ran into its deadline. It is never a refutation: nothing was seen, so nothing was judged. */
export class Deadline extends Plain {
  override readonly name = 'Deadline';
  constructor(until: string, within: number, saw: string) {
    super('deadline', `Waited ${(within / 1000).toFixed(1)} s for: ${until}.`, { saw, exit: 2 });
  }
}

type Answer<T> = T | null | undefined | false;

/**
 * Asks until the answer is something. The one place in the kit where time passes without a state to wait for: between two questions.
 * @param saw what to say was last seen when the deadline comes
 * @throws {Deadline}
 */
export async function eventually<T>(
  until: string,
  ask: () => Promise<Answer<T>> | Answer<T>,
  { giveUpAfter = '10s', saw = () => 'nothing yet' }: WaitOptions & { readonly saw?: () => string } = {},
): Promise<T> {
  const within = ms(giveUpAfter);
  const deadline = performance.now() + within;
  let failure: unknown;
  for (let gap = 5; ; gap = Math.min(gap * 1.5, 50)) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      failure = undefined;
    } catch (cause) {
      if (cause instanceof Plain) throw cause;
      failure = cause;
    }
    if (performance.now() > deadline) throw new Deadline(until, within, failure ? String(failure) : saw());
    await pause(gap);
  }
}

/** Lets a timer of the broker's own run out where no request can show that it has. Say which one. */
export async function brokerTimer(_which: string, lasts: Duration): Promise<void> {
  await pause(ms(lasts));
}

/** Calls `act` every `every` until the signal fires; a call is never made while the one before is under way. */
export async function whileOpen(signal: AbortSignal, every: Duration, act: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await act().catch(() => undefined);
    await pause(ms(every), undefined, { signal, ref: false }).catch(() => undefined);
  }
}
