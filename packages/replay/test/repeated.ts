import { type RunEvent, type RunEventOf, runEvent, type Trace } from '@proving/spec';
import { measured } from '../src/index.ts';

/**
 * A recorded run, gone through again and again until it has `least` events: later, at higher offsets, with ids of its own each
 * time. Every event is of a kind that was recorded and fits the schema; it is long, and not a measurement.
 */
export function repeated({ header, events }: Trace, least: number): Trace {
  const body = measured(events).filter(({ type }) => type !== 'arm.begin' && type !== 'observation');
  const ends = events.filter(({ type }) => type === 'observation' || type === 'arm.end');
  const once = new Set<RunEvent['type']>(['topic.created', 'step', 'printed']);
  const length = Math.max(...events.map(({ t }) => t)) + 10;
  const ids = Math.max(0, ...body.map((event) => ('id' in event && typeof event.id === 'number' ? event.id : 0)));
  const spans = spansOf(body);
  const all: RunEvent[] = [];
  let round = 0;
  for (; all.length + ends.length < least; round++)
    for (const event of body) if (round === 0 || !once.has(event.type)) all.push(later(event, round, { length, ids, spans }));
  const last = ends.map((event) => ({ ...event, t: round * length }));
  return { header, events: [...all, ...last].map((event) => runEvent.parse(event)) };
}

/** The next round begins where the records of the last have moved stream time to, a minute on. */
function secondsLater({ time, streamTime, over, counts, said }: RunEventOf<'task.windowed'>, round: number) {
  const by = round * 60_000;
  const moved = (all: typeof counts) => all.map((each) => ({ ...each, start: each.start + by, end: each.end + by }));
  return {
    ...{ time: time + by, streamTime: streamTime + by, over: over === null ? null : over + by },
    ...{ counts: moved(counts), said: moved(said) },
  };
}

interface By {
  /** Ms, ids and offsets that one round takes; the last by topic and partition. */
  readonly length: number;
  readonly ids: number;
  readonly spans: Readonly<Record<string, number>>;
}

function later(event: RunEvent, round: number, { length, ids, spans }: By): RunEvent {
  const moved = (topic: string, partition: number, offset: number | null) =>
    offset === null ? null : offset + round * (spans[`${topic}/${partition}`] ?? 0);
  const at = { ...event, t: event.t + round * length };
  if ('id' in at && typeof at.id === 'number') at.id += round * ids;
  switch (at.type) {
    case 'client.ack':
      return { ...at, placed: at.placed.map((one) => ({ ...one, offset: moved(at.topic, one.partition, one.offset) })) };
    case 'client.deliver':
    case 'client.commit':
      return { ...at, offset: moved(at.topic, at.partition, at.offset) as number };
    case 'records.found':
      return {
        ...at,
        partitions: at.partitions.map((one) => ({
          ...one,
          records: one.records.map((each) => ({ ...each, offset: moved(at.topic, one.partition, each.offset) as number })),
        })),
      };
    case 'group.lag':
      return {
        ...at,
        partitions: at.partitions.map((one) => ({
          ...one,
          committed: moved(at.topic, one.partition, one.committed),
          logEnd: moved(at.topic, one.partition, one.logEnd),
        })),
      };
    case 'task.windowed':
      return { ...at, ...secondsLater(at, round) };
    case 'task.joined':
      return { ...at, time: at.time + round * 60_000 };
    case 'group.join':
      return { ...at, generation: at.generation === null ? null : at.generation + round * 10 };
    case 'cluster.snapshot':
      return {
        ...at,
        partitions: at.partitions.map((one) => ({
          ...one,
          highWatermark: moved(at.topic, one.partition, one.highWatermark),
          lastStable: moved(at.topic, one.partition, one.lastStable),
          replicas: one.replicas.map((copy) => ({ ...copy, logEnd: moved(at.topic, one.partition, copy.logEnd) })),
        })),
      };
    default:
      return at;
  }
}

/** How far each partition reaches: where the next round begins. */
function spansOf(events: readonly RunEvent[]): Readonly<Record<string, number>> {
  const spans: Record<string, number> = {};
  const reach = (topic: string, partition: number, next: number) => {
    const place = `${topic}/${partition}`;
    spans[place] = Math.max(spans[place] ?? 0, next);
  };
  for (const event of events)
    if (event.type === 'client.ack')
      for (const { partition, offset } of event.placed) reach(event.topic, partition, (offset ?? -1) + 1);
    else if (event.type === 'client.deliver') reach(event.topic, event.partition, event.offset + 1);
    else if (event.type === 'records.found')
      for (const { partition, records } of event.partitions)
        for (const { offset } of records) reach(event.topic, partition, offset + 1);
    else if (event.type === 'cluster.snapshot')
      for (const { partition, replicas } of event.partitions)
        for (const { logEnd } of replicas) reach(event.topic, partition, logEnd ?? 0);
  return spans;
}
