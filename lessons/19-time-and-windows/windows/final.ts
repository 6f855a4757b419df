import type { Count, Operator, View } from './task.ts';
import { isOver } from './window.ts';
import { WindowStore } from './window-store.ts';

/** Keeps the counts of another operator back until their windows are over, and says each one once. */
export class Final implements Operator {
  readonly #counting: Operator;
  readonly #grace: number;
  readonly #kept = new WindowStore();

  constructor(counting: Operator, grace: number) {
    this.#counting = counting;
    this.#grace = grace;
  }

  get dropped(): number {
    return this.#counting.dropped;
  }

  // #region process
  process(view: View, streamTime: number): readonly Count[] {
    const counts = this.#counting.process(view, streamTime);
    for (const count of counts) this.#kept.put(count);
    const over = (count: Count) => isOver(count, streamTime, this.#grace);
    return this.#kept.take(over);
  }
  // #endregion
}
