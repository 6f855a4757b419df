import type { RunEvent, RunEventOf } from '@proving/spec';
import { foldOf } from './fold.ts';

/** Join timeline: the records of two topics as tasks have processed them, and which of them met. */
export interface Joins {
  readonly tasks: readonly JoinTask[];
  readonly titles: Readonly<Record<string, string>>;
}
export interface JoinTask {
  readonly left: JoinSide;
  readonly right: JoinSide;
  /** Of a join of two streams: how far apart records may be that meet, ms of event time. */
  readonly within: number | null;
  readonly partition: number;
  /** What tells it from another task of the same partition; null where there is no other. */
  readonly called: string | null;
  /** In the order in which they were processed. */
  readonly records: readonly JoinedRecord[];
  /** In the order in which they were made. */
  readonly meetings: readonly Meeting[];
}
export interface JoinSide {
  readonly topic: string;
  readonly title: string;
  readonly kind: 'stream' | 'table';
}
export interface JoinedRecord {
  readonly side: 'left' | 'right';
  readonly key: string;
  /** Null takes a row away. */
  readonly value: string | null;
  /** Ms since what the run calls 0. */
  readonly time: number;
}
/** Records by their place in `records`: the one that made the pair, and both that are in it; right is null where left met nobody. */
export interface Meeting {
  readonly by: number;
  readonly left: number;
  readonly right: number | null;
}

/** More records than these are not followed: a join is read record by record. */
const followed = 256;

export const joins = foldOf<Joins>({ tasks: [], titles: {} }, step);

function step(model: Joins, event: RunEvent): Joins {
  if (event.type === 'topic.created') return { ...model, titles: { ...model.titles, [event.topic]: event.title } };
  if (event.type !== 'task.joined') return model;
  const { left, right, partition, called = null } = event;
  const old = model.tasks.find((task) => isSameTask(task, { left, right, partition, called }));
  if (old && old.records.length >= followed) return model;
  const task = processed(old, event, model.titles);
  if (old) return { ...model, tasks: model.tasks.map((each) => (each === old ? task : each)) };
  return { ...model, tasks: [...model.tasks, task].sort(byPlace) };
}

/** Whether two are the same task at different times. */
export const isSameTask = (a: JoinTaskPlace, b: JoinTaskPlace): boolean =>
  a.left.topic === b.left.topic && a.right.topic === b.right.topic && a.partition === b.partition && a.called === b.called;

interface JoinTaskPlace extends Pick<JoinTask, 'partition' | 'called'> {
  readonly left: Pick<JoinSide, 'topic'>;
  readonly right: Pick<JoinSide, 'topic'>;
}

function processed(old: JoinTask | undefined, event: RunEventOf<'task.joined'>, titles: Joins['titles']): JoinTask {
  const { within, partition, called = null, side, key, value, zero } = event;
  const titled = (one: typeof event.left) => ({ ...one, title: titles[one.topic] ?? one.topic });
  const records = [...(old?.records ?? []), { side, key, value, time: event.time - zero }];
  const by = records.length - 1;
  const made = event.pairs.flatMap((pair): readonly Meeting[] => {
    const left = newest(records, 'left', key, pair.left);
    const right = pair.right === null ? null : newest(records, 'right', key, pair.right);
    // A pair of a value that was never seen here is not drawn to a record that it may not be of.
    return left === -1 || right === -1 ? [] : [{ by, left, right }];
  });
  return {
    ...{ left: titled(event.left), right: titled(event.right), within, partition, called, records },
    meetings: [...(old?.meetings ?? []), ...made],
  };
}

/** A task says pairs by their values: meant is the newest record of the key that has it. -1: there is none. */
const newest = (records: readonly JoinedRecord[], side: JoinedRecord['side'], key: string, value: string) =>
  records.findLastIndex((each) => each.side === side && each.key === key && each.value === value);

/** The task of a partition that has no name of its own comes first. */
const byPlace = (a: JoinTask, b: JoinTask) =>
  (a.called === b.called ? 0 : (a.called ?? '') < (b.called ?? '') ? -1 : 1) ||
  a.partition - b.partition ||
  (a.left.topic < b.left.topic ? -1 : 1);
