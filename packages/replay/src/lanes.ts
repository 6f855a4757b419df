import type { RunEvent, RunEventOf } from '@proving/spec';
import { foldOf } from './fold.ts';
import { isForgotten } from './forgotten.ts';

/** Partition lanes: the records of every partition in the order of their offsets, who sent each, who has read it. */
export interface Lanes {
  readonly topics: readonly LaneTopic[];
  /** Sends that have no answer yet, by send id: they may or may not be in the log. */
  readonly open: Readonly<Record<string, OpenSend>>;
}
export interface LaneTopic {
  readonly topic: string;
  readonly title: string;
  readonly lanes: readonly Lane[];
}
export interface Lane {
  readonly partition: number;
  /** The log start offset: what stands before it was deleted; null until it was looked at. */
  readonly start: number | null;
  /** The high watermark when it was last looked at: markers of transactions count in it; null until then. */
  readonly end: number | null;
  /** How many records were seen here in all; `records` holds the newest of them, at most `laneWindow`. */
  readonly count: number;
  readonly records: readonly LaneRecord[];
  /** By client: how many deliveries it had from this partition, and the offset after the last one. */
  readonly readers: Readonly<Record<string, { readonly read: number; readonly next: number }>>;
}
export interface LaneRecord {
  readonly offset: number;
  readonly key: string | null;
  readonly value: string | null;
  /** The client that sent it; null when it was seen by a reader or found in the log, and nobody recorded who sent it. */
  readonly by: string | null;
  readonly deliveredTo: readonly string[];
}
export interface OpenSend {
  readonly client: string;
  readonly topic: string;
  readonly records: RunEventOf<'client.send'>['records'];
  /** The error it ended with, when it did. */
  readonly failed: string | null;
}

/** Longer lanes keep their count and forget their oldest records. */
export const laneWindow = 512;

export const lanes = foldOf<Lanes>({ topics: [], open: {} }, step);

function step(model: Lanes, event: RunEvent): Lanes {
  switch (event.type) {
    case 'topic.created': {
      const empty = Array.from({ length: Math.max(0, event.partitions) }, (_, partition) => emptyLane(partition));
      return withTopic(model, event.topic, (old) => ({ ...old, title: event.title, lanes: merge(empty, old.lanes) }));
    }
    case 'client.send': {
      const { client, topic, records } = event;
      return { ...model, open: { ...model.open, [event.id]: { client, topic, records, failed: null } } };
    }
    case 'client.ack':
      return acknowledged(model, event);
    case 'client.error': {
      const send = event.id === null ? undefined : model.open[event.id];
      if (!send || event.id === null) return model;
      return { ...model, open: { ...model.open, [event.id]: { ...send, failed: event.error.code ?? event.error.name } } };
    }
    case 'client.deliver':
      return withLane(model, event.topic, event.partition, (lane) => delivered(lane, event));
    case 'cluster.snapshot':
      return event.partitions.reduce(
        (m, { partition, logStart, highWatermark }) =>
          withLane(m, event.topic, partition, (lane) => ({
            ...lane,
            start: logStart ?? lane.start,
            end: highWatermark ?? lane.end,
          })),
        model,
      );
    case 'records.found':
      return found(model, event);
    default:
      return model;
  }
}

function acknowledged(model: Lanes, event: RunEventOf<'client.ack'>): Lanes {
  const send = model.open[event.id];
  const { [event.id]: _, ...open } = model.open;
  return event.placed.reduce<Lanes>(
    (m, place, i) => {
      if (place.offset === null) return m;
      const { key = null, value = null } = send?.records[i] ?? {};
      const record = { offset: place.offset, key, value, by: event.client, deliveredTo: [] };
      return withLane(m, event.topic, place.partition, (lane) => put(lane, record));
    },
    { ...model, open },
  );
}

function delivered(lane: Lane, event: RunEventOf<'client.deliver'>): Lane {
  const { offset, key, value, client } = event;
  const known = lane.records.find((each) => each.offset === offset);
  const record = known ?? { offset, key, value, by: null, deliveredTo: [] };
  const seen = put(lane, { ...record, key, value, deliveredTo: [...new Set([...record.deliveredTo, client])] });
  const reader = lane.readers[client] ?? { read: 0, next: 0 };
  return { ...seen, readers: { ...seen.readers, [client]: { read: reader.read + 1, next: offset + 1 } } };
}

function found(model: Lanes, { topic, title, partitions }: RunEventOf<'records.found'>): Lanes {
  const named = withTopic(model, topic, (old) => ({ ...old, title: old.title === topic ? title : old.title }));
  return partitions.reduce(
    (m, { partition, records, more }) =>
      withLane(m, topic, partition, (lane) => {
        const seen = records.reduce((all, each) => put(all, { ...each, by: null, deliveredTo: [] }), lane);
        // Of what lies before them, only the number is known from here on.
        const from = more > 0 ? (records[0]?.offset ?? 0) : 0;
        return { ...seen, count: seen.count + more, records: seen.records.filter(({ offset }) => offset >= from) };
      }),
    named,
  );
}

/**
 * Whether a partition holds something that no event has told of yet: it ends behind its start, and no record of it was seen. What a
 * client has sent and has no answer for may be just that.
 */
export function isUnseen({ open }: Lanes, { topic }: LaneTopic, { count, start, end }: Lane): boolean {
  return count === 0 && end !== null && end > (start ?? 0) && !Object.values(open).some((send) => send.topic === topic);
}

/** How many of a topic's records were found in it, without anything recorded of who wrote them. */
export function foundIn({ lanes: all }: LaneTopic): number {
  return all.reduce((sum, { records }) => sum + records.filter(isFound).length, 0);
}

export const isFound = ({ by, deliveredTo }: LaneRecord): boolean => by === null && deliveredTo.length === 0;

function put(lane: Lane, record: LaneRecord): Lane {
  const at = lane.records.findLastIndex((each) => each.offset <= record.offset);
  const old = lane.records[at];
  if (old?.offset === record.offset) {
    const both = { ...record, by: record.by ?? old.by, deliveredTo: [...new Set([...old.deliveredTo, ...record.deliveredTo])] };
    return { ...lane, records: lane.records.with(at, both) };
  }
  if (isForgotten(lane, record.offset)) return lane;
  const records = lane.records.toSpliced(at + 1, 0, record);
  return { ...lane, count: lane.count + 1, records: records.slice(-laneWindow) };
}

function withLane(model: Lanes, topic: string, partition: number, change: (lane: Lane) => Lane): Lanes {
  return withTopic(model, topic, (old) => {
    const lane = old.lanes.find((each) => each.partition === partition) ?? emptyLane(partition);
    return { ...old, lanes: merge(old.lanes, [change(lane)]) };
  });
}

function withTopic(model: Lanes, topic: string, change: (old: LaneTopic) => LaneTopic): Lanes {
  const old = model.topics.find((each) => each.topic === topic);
  const next = change(old ?? { topic, title: topic, lanes: [] });
  return { ...model, topics: old ? model.topics.map((each) => (each === old ? next : each)) : [...model.topics, next] };
}

/** Lanes by partition; where both have one, the second wins. */
function merge(first: readonly Lane[], second: readonly Lane[]): readonly Lane[] {
  const kept = first.filter((lane) => !second.some((other) => other.partition === lane.partition));
  return [...kept, ...second].sort((a, b) => a.partition - b.partition);
}

const emptyLane = (partition: number): Lane => ({ partition, start: null, end: null, count: 0, records: [], readers: {} });
