import type { Said } from '../job.ts';

const everyMs = 8;

/**
 * Sends what is said in lists, at most one every few milliseconds, so a storm of events costs the reader little. The first word
 * after a pause goes at once: a lesson that blocks its event loop in the next line has still been heard.
 */
export class Outbox {
  #waiting: Said[] = [];
  #timer: NodeJS.Timeout | null = null;

  put(said: Said): void {
    this.#waiting.push(said);
    if (this.#timer) return;
    this.#send();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#waiting.length > 0) this.#send();
    }, everyMs);
  }

  /** Resolves when everything said so far has been handed to the operating system. */
  async flush(): Promise<void> {
    await new Promise<void>((sent) => this.#send(sent));
  }

  #send(sent?: () => void): void {
    const list = this.#waiting;
    this.#waiting = [];
    if (process.connected) process.send?.(list, undefined, undefined, () => sent?.());
    else sent?.();
  }
}
