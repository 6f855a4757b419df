import type { RunEvent, RunEventOf } from '@proving/spec';
import { foldOf } from './fold.ts';

/** Windows over stream time: what each task that counts by window has met, counted, dropped and said. */
export interface Windows {
  readonly tasks: readonly WindowTask[];
  readonly titles: Readonly<Record<string, string>>;
}
/** All times are ms since what the run calls 0. */
export interface WindowTask {
  readonly topic: string;
  readonly title: string;
  readonly partition: number;
  /** What tells it from another task of the same partition; null where there is no other. */
  readonly called: string | null;
  readonly streamTime: number;
  /** Windows that end here or before are over; null: none ever is. */
  readonly over: number | null;
  readonly endWithin: boolean;
  /** In the order in which they were processed. */
  readonly records: readonly WindowedRecord[];
  /** Those that are there, the earliest first. */
  readonly windows: readonly CountedWindow[];
  /** How many counts were written for readers, those that take something back included. */
  readonly said: number;
}
export interface WindowedRecord {
  readonly key: string;
  readonly time: number;
  /** Where stream time stood when it had come. */
  readonly streamTime: number;
  /** How many windows it was counted in, and for how many it came too late. */
  readonly counted: number;
  readonly late: number;
}
export interface CountedWindow {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** What was last said of it; null: nothing that still holds. */
  readonly said: number | null;
}

/** Of each task the newest so many records and the latest so many windows are kept: older ones are over, and too many to be seen. */
const followed = 256;

export const windows = foldOf<Windows>({ tasks: [], titles: {} }, step);

/** Whether nothing more is counted in it. */
export const isOver = ({ end }: Pick<CountedWindow, 'end'>, { over }: WindowTask): boolean => over !== null && end <= over;

function step(model: Windows, event: RunEvent): Windows {
  if (event.type === 'topic.created') return { ...model, titles: { ...model.titles, [event.topic]: event.title } };
  if (event.type !== 'task.windowed') return model;
  const old = model.tasks.find(
    ({ topic, partition, called }) => topic === event.topic && partition === event.partition && called === (event.called ?? null),
  );
  const task = processed(old, event, model.titles[event.topic] ?? event.topic);
  if (old) return { ...model, tasks: model.tasks.map((each) => (each === old ? task : each)) };
  return { ...model, tasks: [...model.tasks, task].sort(byPlace) };
}

function processed(old: WindowTask | undefined, event: RunEventOf<'task.windowed'>, title: string): WindowTask {
  const { topic, partition, called = null, key, zero, endWithin, late } = event;
  const time = event.time - zero;
  const streamTime = Math.max(old?.streamTime ?? Number.NEGATIVE_INFINITY, event.streamTime - zero);
  // A window that ends before it begins is none.
  const here = (counts: readonly Count[]) =>
    counts.filter(({ start, end }) => start <= end).map((each) => ({ ...each, start: each.start - zero, end: each.end - zero }));
  const counts = here(event.counts);
  const counted = here(event.said).reduce(saidOf, counts.reduce(countedIn, old?.windows ?? []));
  return {
    ...{ topic, title, partition, called, streamTime, endWithin },
    over: event.over === null ? null : event.over - zero,
    records: [...(old?.records ?? []), { key, time, streamTime, counted: counts.filter(isThere).length, late }].slice(-followed),
    windows: counted.toSorted(byTime).slice(-followed),
    said: (old?.said ?? 0) + event.said.length,
  };
}

type Count = RunEventOf<'task.windowed'>['counts'][number];

/** A count that takes back makes the window go: a session that became part of another. */
function countedIn(all: readonly CountedWindow[], { key, start, end, count }: Count): readonly CountedWindow[] {
  const others = all.filter((each) => !isSame(each, { key, start, end }));
  const said = all.find((each) => isSame(each, { key, start, end }))?.said ?? null;
  return count === null ? others : [...others, { key, start, end, count, said }];
}

function saidOf(all: readonly CountedWindow[], { key, start, end, count }: Count): readonly CountedWindow[] {
  return all.map((each) => (isSame(each, { key, start, end }) ? { ...each, said: count } : each));
}

const byTime = (a: CountedWindow, b: CountedWindow) =>
  a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

type Place = Pick<CountedWindow, 'key' | 'start' | 'end'>;
const isSame = (a: Place, b: Place) => a.key === b.key && a.start === b.start && a.end === b.end;
const isThere = ({ count }: Count) => count !== null;
/** The task of a partition that has no name of its own comes first. */
const byPlace = (a: WindowTask, b: WindowTask) =>
  a.topic === b.topic ? a.partition - b.partition || ((a.called ?? '') < (b.called ?? '') ? -1 : 1) : a.topic < b.topic ? -1 : 1;
