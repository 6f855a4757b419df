import type { Count } from './task.ts';
import type { Window } from './window.ts';

/** The counts of a task, by window and key. */
export class WindowStore {
  readonly #counts = new Map<string, Count>();

  get(key: string, { start }: Window): Count | undefined {
    return this.#counts.get(place(key, start));
  }

  put(count: Count): void {
    this.#counts.set(place(count.key, count.start), count);
  }

  /** Takes out what fits, the earliest window first, in one window by key. */
  take(fits: (count: Count) => boolean): readonly Count[] {
    const taken = [...this.#counts.values()].filter(fits);
    for (const { key, start } of taken) this.#counts.delete(place(key, start));
    return taken.sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1));
  }
}

const place = (key: string, start: number) => `${start} ${key}`;
