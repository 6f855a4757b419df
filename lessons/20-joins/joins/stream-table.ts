import { MemoryStore, type StreamRecord } from '@proving/lesson-17/streams';
import type { Join, Pair, Side } from './join.ts';

/** Left a stream, right a table. Each left record is answered once, by the row that is there at that moment, or by none. */
export class StreamTable implements Join {
  readonly #table = new MemoryStore();

  // #region process
  process(side: Side, { key, value, time }: StreamRecord): readonly Pair[] {
    if (side === 'right') {
      this.#table.put(key, value);
      return [];
    }
    if (value === null) return [];
    const row = this.#table.get(key) ?? null;
    return [{ key, left: value, right: row, time }];
  }
  // #endregion
}
