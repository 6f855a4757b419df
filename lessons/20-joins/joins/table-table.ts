import type { StreamRecord } from '@proving/lesson-17/streams';
import type { Join, Pair, Side } from './join.ts';

interface Row {
  readonly value: string;
  readonly time: number;
}

/** Two tables, inner: whenever a row of either changes and the other side has one, the pair is said anew. Tombstones are not for it. */
export class TableTable implements Join {
  readonly #tables = { left: new Map<string, Row>(), right: new Map<string, Row>() };

  // #region process
  process(side: Side, { key, value, time }: StreamRecord): readonly Pair[] {
    if (value === null) throw new Error(`a tombstone for ${key}`);
    this.#tables[side].set(key, { value, time });
    const left = this.#tables.left.get(key);
    const right = this.#tables.right.get(key);
    if (left === undefined || right === undefined) return [];
    const newest = Math.max(left.time, right.time);
    return [{ key, left: left.value, right: right.value, time: newest }];
  }
  // #endregion
}
