import type { Count, Operator, View } from '../windows/index.ts';
import { WindowStore } from '../windows/index.ts';
import type { Counting } from './operator.ts';

export const fromTheFirst = (size: number): Counting => ({
  counting: new FromTheFirst(size),
  saying: (counting) => counting,
  over: () => null,
  endWithin: false,
});

/** A guess that many make: the first window of a key begins with its first record. Wrong on purpose; nothing is ever late. */
class FromTheFirst implements Operator {
  readonly #size: number;
  readonly #first = new Map<string, number>();
  readonly #store = new WindowStore();
  readonly dropped = 0;

  constructor(size: number) {
    this.#size = size;
  }

  // #region process
  process({ key, time }: View): readonly Count[] {
    const first = this.#first.get(key) ?? time;
    this.#first.set(key, first);
    const start = first + Math.floor((time - first) / this.#size) * this.#size;
    // #endregion
    const window = { start, end: start + this.#size };
    const count = (this.#store.get(key, window)?.count ?? 0) + 1;
    this.#store.put({ key, ...window, count, time });
    return [{ key, ...window, count, time }];
  }
}
