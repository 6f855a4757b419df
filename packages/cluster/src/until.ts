import { setTimeout as pause } from 'node:timers/promises';
import { type Duration, ms } from '@proving/spec';

/**
 * Asks until the answer is not null, and gives that answer; null when the time is up. Asks at least once, ten times a second
 * at most. What was last seen is the caller's to say.
 */
export async function until<T>(within: Duration, ask: () => Promise<T | null> | T | null): Promise<T | null> {
  const deadline = performance.now() + ms(within);
  for (;;) {
    const answer = await ask();
    if (answer !== null || performance.now() >= deadline) return answer;
    await pause(100);
  }
}
