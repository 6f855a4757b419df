import type { JoinTask } from './joins.ts';

/** The records that the one at `place` met, by their places, in order, each once. */
export function partnersOf({ records, meetings }: JoinTask, place: number): readonly number[] {
  const isLeft = records[place]?.side === 'left';
  const all = meetings.flatMap(({ left, right }) => {
    if (right === null) return [];
    return isLeft && left === place ? [right] : !isLeft && right === place ? [left] : [];
  });
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Records of one key in one task, by their places in it. */
export interface JoinKey {
  readonly task: JoinTask;
  readonly key: string;
  readonly places: readonly number[];
}

/** The keys of a task, in the order in which they came. */
export function joinKeys(task: JoinTask): readonly JoinKey[] {
  const by = new Map<string, number[]>();
  for (const [place, { key }] of task.records.entries()) by.set(key, [...(by.get(key) ?? []), place]);
  return [...by].map(([key, places]) => ({ task, key, places }));
}

/** The places of one side, as they were processed. */
export const placesOf = ({ task, places }: JoinKey, side: 'left' | 'right'): readonly number[] =>
  places.filter((place) => task.records[place]?.side === side);

/** How a join is best drawn: streams over time, tables as they were processed, many keys side by side. */
export function joinShape(tasks: readonly JoinTask[]): 'in time' | 'as processed' | 'by key' {
  const keys = tasks.reduce((sum, task) => sum + joinKeys(task).length, 0);
  if (keys > mostKeys) return 'by key';
  return tasks.every(({ within }) => within !== null) ? 'in time' : 'as processed';
}

const mostKeys = 4;
