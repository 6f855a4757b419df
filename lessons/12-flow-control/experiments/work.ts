import { setTimeout as timer } from 'node:timers/promises';

/** Work that is done elsewhere, such as a call of another service: the event loop is free meanwhile. */
export async function takes(ms: number): Promise<void> {
  await timer(ms);
}
