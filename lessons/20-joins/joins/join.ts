import type { StreamRecord } from '@proving/lesson-17/streams';

/** Which of the two topics a record came from. */
export type Side = 'left' | 'right';

/** Two values that met, or a left one alone. `time` is a time stamp, in ms since 1970. */
export interface Pair {
  readonly key: string;
  readonly left: string;
  readonly right: string | null;
  readonly time: number;
}

/** What a task does with the next record of either side. It answers with the pairs that this record makes, in order. */
export interface Join {
  process(side: Side, record: StreamRecord): readonly Pair[];
}
