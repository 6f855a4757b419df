import type { RunEvent, StoredSegment } from '@proving/spec';
import { foldOf } from './fold.ts';

/** The segments of each log that the run looked into: those that are there, and those that were there before. */
export interface Segments {
  readonly logs: readonly SegmentedLog[];
  readonly titles: Readonly<Record<string, string>>;
}
export interface SegmentedLog {
  readonly topic: string;
  readonly title: string;
  readonly partition: number;
  readonly broker: number;
  /** When it was last looked at, ms. */
  readonly seen: number;
  /** Oldest first. */
  readonly segments: readonly KnownSegment[];
  /** Those whose offsets the log does not have any more, oldest first: deleted, and since when that was seen, ms. */
  readonly deleted: readonly { readonly base: number; readonly end: number; readonly records: number; readonly t: number }[];
}
export interface KnownSegment extends StoredSegment {
  /** How many records its range has ever held; more than `records` after compaction. */
  readonly was: number;
}

export const segments = foldOf<Segments>({ logs: [], titles: {} }, step);

function step(model: Segments, event: RunEvent): Segments {
  if (event.type === 'topic.created') return { ...model, titles: { ...model.titles, [event.topic]: event.title } };
  if (event.type !== 'storage.snapshot') return model;
  const { topic, partition, broker, t } = event;
  const is = (log: SegmentedLog) => log.topic === topic && log.partition === partition && log.broker === broker;
  const old = model.logs.find(is);
  const now = event.segments.toSorted((a, b) => a.base - b.base);
  const start = now[0]?.base ?? 0;
  const gone = (old?.segments ?? []).filter(({ end }) => now.length > 0 && end <= start);
  const log: SegmentedLog = {
    ...{ topic, title: model.titles[topic] ?? topic, partition, broker, seen: t },
    segments: now.map((each) => ({ ...each, was: Math.max(each.records, heldIn(each, old?.segments ?? [])) })),
    deleted: [...(old?.deleted ?? []), ...gone.map(({ base, end, was }) => ({ base, end, records: was, t }))],
  };
  return { ...model, logs: old ? model.logs.map((each) => (each === old ? log : each)) : [...model.logs, log] };
}

/** Compaction may put several segments into one: their records are counted together. */
const heldIn = ({ base, end }: StoredSegment, before: readonly KnownSegment[]) =>
  before.filter((each) => each.base >= base && each.base < end).reduce((sum, { was }) => sum + was, 0);
