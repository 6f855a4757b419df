import type { Said } from '../job.ts';

const everyMs = 8;

/** Sends what is said in lists, a list every few milliseconds, so a storm of events costs the reader little. */
export class Outbox {
  #waiting: Said[] = [];
  #timer: NodeJS.Timeout | null = null;

  put(said: Said): void {
    this.#waiting.push(said);
    this.#timer ??= setTimeout(() => this.#send(), everyMs);
  }

  /** Resolves when everything said so far has been handed to the operating system. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await new Promise<void>((sent) => this.#send(sent));
  }

  #send(sent?: () => void): void {
    this.#timer = null;
    const list = this.#waiting;
    this.#waiting = [];
    if (process.connected) process.send?.(list, undefined, undefined, () => sent?.());
    else sent?.();
  }
}
