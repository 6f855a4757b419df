/** A record as an operator sees it; `time` is its time stamp, in ms since 1970. */
export interface View {
  readonly key: string;
  readonly time: number;
}

/** What is counted of a key in a window; a count of null takes back what was said of it. `time`: the newest time stamp in it, ms. */
export interface Count {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly count: number | null;
  readonly time: number;
}

/** What is done with the records of one partition, and nothing else. */
export interface Operator {
  process(view: View, streamTime: number): readonly Count[];
  /** How often a record came too late for a window. */
  readonly dropped: number;
}

// #region task
/** The work on one partition, with a stream time of its own. */
export class Task {
  readonly operator: Operator;
  #streamTime = Number.NEGATIVE_INFINITY;

  constructor(operator: Operator) {
    this.operator = operator;
  }

  process(view: View): readonly Count[] {
    this.#streamTime = Math.max(this.#streamTime, view.time);
    return this.operator.process(view, this.#streamTime);
  }
}
// #endregion
