import type { StreamRecord } from '@proving/lesson-17/streams';
import type { Join, Pair, Side } from './join.ts';

/** Of one partition number: what of each side is still to come, as far as was known when it began. */
export type Ends = Readonly<Record<Side, number>>;

/**
 * The work on the same partition of two topics. It keeps what has been fetched of both, and takes the record with the smaller time
 * stamp first. For a side that still has records from before its beginning it waits; for records that are yet to be written it does not.
 */
export class JoinTask {
  readonly #join: Join;
  readonly #ends: Ends;
  readonly #fetched = { left: [] as StreamRecord[], right: [] as StreamRecord[] };
  readonly #position = { left: 0, right: 0 };

  /** @param ends the offsets behind the last record of each side */
  constructor(join: Join, ends: Ends) {
    this.#join = join;
    this.#ends = ends;
  }

  /** Takes what was fetched of one side, up to `position`, the offset of what comes next. */
  fetched(side: Side, records: readonly StreamRecord[], position: number): void {
    this.#fetched[side].push(...records);
    this.#position[side] = position;
  }

  // #region work
  /** Processes as much as can be taken now. */
  *work(): Generator<readonly Pair[]> {
    for (let side = this.#next(); side !== null; side = this.#next()) {
      const record = this.#fetched[side].shift();
      if (record) yield this.#join.process(side, record);
    }
  }

  #next(): Side | null {
    const [left, right] = [this.#fetched.left[0], this.#fetched.right[0]];
    if (left && right) return left.time < right.time ? 'left' : 'right';
    if (left) return this.#hasMore('right') ? null : 'left';
    if (right) return this.#hasMore('left') ? null : 'right';
    return null;
  }

  #hasMore(side: Side): boolean {
    return this.#position[side] < this.#ends[side];
  }
  // #endregion
}
