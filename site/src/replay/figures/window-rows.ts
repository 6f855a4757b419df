import type { CountedWindow, CutAxis, WindowTask } from '@proving/replay';

/** Event time from left to right, in px; what is empty for long is cut out. */
export interface EventAxis {
  readonly cuts: CutAxis;
  readonly x0: number;
  readonly x1: number;
  at(time: number): number;
}

/** The rows that the windows of a key take: those that overlap lie below each other. */
export interface KeyRows {
  readonly key: string;
  readonly rows: number;
  /** A window that is gone at the end, as a session that became part of another, lies in the first row. */
  rowOf(window: CountedWindow): number;
}

const mostKeys = 6;
export const keysOf = ({ records }: WindowTask): readonly string[] =>
  [...new Set(records.map(({ key }) => key))].sort().slice(0, mostKeys);

export function rowsOf(key: string, task: WindowTask, axis: EventAxis): KeyRows {
  const ends: number[] = [];
  const places = new Map<string, number>();
  for (const window of task.windows.filter((each) => each.key === key)) {
    const from = axis.at(window.start);
    const free = ends.findIndex((to) => to <= from + 1);
    const row = free === -1 ? ends.length : free;
    ends[row] = Math.max(from + narrowest, axis.at(window.end));
    places.set(named(window), row);
  }
  return { key, rows: Math.max(1, ends.length), rowOf: (window) => places.get(named(window)) ?? 0 };
}

const narrowest = 18;
const named = ({ start, end }: CountedWindow) => `${start} ${end}`;
