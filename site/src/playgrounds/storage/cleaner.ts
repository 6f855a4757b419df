import { activeOf, type Batch, bytesOf, type Log, recordsOf, type Segment, type Stored } from './log.ts';

export interface Cleaned {
  readonly log: Log;
  readonly removed: readonly Stored[];
  /** Why there was no cleaning; null: there was one. */
  readonly skipped: 'not-compacted' | 'nothing-new' | 'not-dirty-enough' | null;
}

/**
 * The cleaner's visit: of every key that is new since the last one, the older records go; of the active segment nothing does.
 * A tombstone stays until a cleaning after its delete horizon, which the first cleaning that meets it sets.
 * Proved in lesson 11, `compaction-keeps-the-last-per-key-behind-the-head` and `tombstones-linger-until-new-traffic`.
 * After Kafka's `Cleaner.clean` and `MemoryRecords.filterTo`.
 * @param now the broker's clock, ms since 1970
 */
export function clean(log: Log, now: number): Cleaned {
  const closed = log.segments.slice(0, -1);
  const dirty = closed.filter(({ base }) => base >= log.cleanedTo);
  const skipped = whyNot(log, closed, dirty);
  if (skipped) return { log, removed: [], skipped };

  const newest = new Map(dirty.flatMap(recordsOf).map(({ key, offset }) => [key, offset]));
  const stays = (record: Stored, batch: Batch) =>
    record.offset >= (newest.get(record.key) ?? 0) &&
    (record.value !== null || batch.deleteHorizon === null || now < batch.deleteHorizon);
  const horizon = now + log.settings['delete.retention.ms'];
  const segments = grouped(closed, log.settings['segment.bytes']).map((group) => rewritten(group, stays, horizon));
  const kept = new Set(segments.flatMap(recordsOf).map(({ offset }) => offset));
  return {
    log: { ...log, segments: [...segments, activeOf(log)], cleanedTo: activeOf(log).base },
    removed: closed.flatMap(recordsOf).filter(({ offset }) => !kept.has(offset)),
    skipped: null,
  };
}

function whyNot({ settings }: Log, closed: readonly Segment[], dirty: readonly Segment[]): Cleaned['skipped'] {
  if (settings['cleanup.policy'] !== 'compact') return 'not-compacted';
  const [unclean, all] = [sizeOf(dirty), sizeOf(closed)];
  if (unclean === 0) return 'nothing-new';
  return unclean / all > settings['min.cleanable.dirty.ratio'] ? null : 'not-dirty-enough';
}

const sizeOf = (segments: readonly Segment[]) => segments.reduce((sum, segment) => sum + bytesOf(segment), 0);

/** Neighbours that together fit into one segment become one. */
function grouped(segments: readonly Segment[], most: number): readonly (readonly Segment[])[] {
  const groups: Segment[][] = [];
  for (const segment of segments) {
    const group = groups.at(-1);
    if (group && sizeOf([...group, segment]) <= most) group.push(segment);
    else groups.push([segment]);
  }
  return groups;
}

function rewritten(group: readonly Segment[], stays: (record: Stored, batch: Batch) => boolean, horizon: number): Segment {
  const batches = group.flatMap((segment) => segment.batches).map((batch) => filtered(batch, stays, horizon));
  return { base: (group[0] as Segment).base, batches: batches.filter(({ records }) => records.length > 0) };
}

function filtered(batch: Batch, stays: (record: Stored, batch: Batch) => boolean, horizon: number): Batch {
  const records = batch.records.filter((record) => stays(record, batch));
  const [first] = records;
  if (!first) return { ...batch, records };
  if (batch.deleteHorizon === null && records.some(({ value }) => value === null))
    return { ...batch, records, deleteHorizon: horizon, baseTimestamp: horizon };
  if (records.length === batch.records.length) return batch;
  return { ...batch, records, baseTimestamp: batch.deleteHorizon ?? first.timestamp };
}
