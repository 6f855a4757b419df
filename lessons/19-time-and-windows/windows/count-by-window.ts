import type { Count, Operator, View } from './task.ts';
import { isOver, type Window, type Windowing, windowsAt } from './window.ts';
import { WindowStore } from './window-store.ts';

/** Counts by key and window, and says each new count. */
export class CountByWindow implements Operator {
  readonly #windowing: Windowing;
  readonly #grace: number;
  readonly #store = new WindowStore();
  dropped = 0;

  /** @param grace how long after its end a window is still counted in, ms of stream time */
  constructor(windowing: Windowing, grace: number) {
    this.#windowing = windowing;
    this.#grace = grace;
  }

  // #region process
  process(view: View, streamTime: number): readonly Count[] {
    return windowsAt(view.time, this.#windowing).flatMap((window) => {
      if (!isOver(window, streamTime, this.#grace)) return [this.#add(view, window)];
      this.dropped += 1;
      return [];
    });
  }

  #add({ key, time }: View, window: Window): Count {
    const old = this.#store.get(key, window);
    const newest = Math.max(old?.time ?? time, time);
    const count = { key, ...window, count: (old?.count ?? 0) + 1, time: newest };
    this.#store.put(count);
    return count;
  }
  // #endregion
}
