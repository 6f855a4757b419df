import type { Count, Operator, View } from './task.ts';

/** Counts by key and session: what lies no further than `gap` apart belongs together, however long it lasts. */
export class CountBySession implements Operator {
  readonly #gap: number;
  readonly #grace: number;
  readonly #sessions = new Map<string, readonly Count[]>();
  dropped = 0;

  /** @param gap the longest silence within a session, ms; exactly this long is still within */
  constructor(gap: number, grace: number) {
    this.#gap = gap;
    this.#grace = grace;
  }

  // #region process
  process({ key, time }: View, streamTime: number): readonly Count[] {
    const all = this.#sessions.get(key) ?? [];
    const hit = all.filter((each) => this.#isNear(each, time));
    const start = Math.min(time, ...hit.map((each) => each.start));
    const end = Math.max(time, ...hit.map((each) => each.end));
    if (end + this.#gap + this.#grace < streamTime) {
      this.dropped += 1;
      return [];
    }
    const count = hit.reduce((sum, each) => sum + (each.count ?? 0), 1);
    const session = { key, start, end, count, time: end };
    const others = all.filter((each) => !hit.includes(each));
    this.#sessions.set(key, [...others, session]);
    // First, what is one now is taken back.
    return [...hit.map((each) => ({ ...each, count: null })), session];
  }
  // #endregion

  #isNear({ start, end }: Count, time: number): boolean {
    return start - this.#gap <= time && time <= end + this.#gap;
  }
}
