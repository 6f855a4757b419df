import { setTimeout as timer } from 'node:timers/promises';

// #region blocks
/** Synchronous work, such as drawing a label: while it lasts, this process does nothing else. */
export function blocks(ms: number): void {
  Atomics.wait(cell, 0, 0, ms);
}
// #endregion

// #region takes
/** Asynchronous work, such as a call of another service: the event loop is free meanwhile. */
export async function takes(ms: number): Promise<void> {
  await timer(ms);
}
// #endregion

// Blocked, and not computing: the brokers beside it keep their processor.
const cell = new Int32Array(new SharedArrayBuffer(4));
