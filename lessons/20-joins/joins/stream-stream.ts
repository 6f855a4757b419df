import type { StreamRecord } from '@proving/lesson-17/streams';
import type { Join, Pair, Side } from './join.ts';

/** What has come of one key. */
interface Seen {
  readonly left: StreamRecord[];
  readonly right: StreamRecord[];
}

/**
 * Two streams, inner: records of a key meet when their time stamps are no further apart than `within`. It forgets nothing; a real
 * one forgets when window and grace are over.
 */
export class StreamStream implements Join {
  readonly #within: number;
  readonly #keys = new Map<string, Seen>();

  /** @param within the largest distance, in ms of event time; exactly this much still meets */
  constructor(within: number) {
    this.#within = within;
  }

  // #region process
  process(side: Side, record: StreamRecord): readonly Pair[] {
    const { key, time } = record;
    const seen = this.#keys.get(key) ?? { left: [], right: [] };
    this.#keys.set(key, seen);
    seen[side].push(record);

    const others = side === 'left' ? seen.right : seen.left;
    const far = (other: StreamRecord) => Math.abs(other.time - time);
    const near = others.filter((other) => far(other) <= this.#within);
    const inOrder = near.toSorted((a, b) => a.time - b.time);
    if (side === 'left') return inOrder.map((other) => met(record, other));
    return inOrder.map((other) => met(other, record));
  }
  // #endregion
}

const met = (left: StreamRecord, right: StreamRecord): Pair => ({
  key: left.key,
  left: `${left.value}`,
  right: right.value,
  time: Math.max(left.time, right.time),
});
