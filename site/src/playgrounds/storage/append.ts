import { activeOf, type Batch, bytesOf, endOf, type Log, type Segment, type Sent } from './log.ts';
import { batchBytes } from './sizes.ts';

export interface Appended {
  readonly log: Log;
  /** Kafka's error code; null: it was taken. */
  readonly refused: 'INVALID_TIMESTAMP' | 'INVALID_RECORD' | null;
  /** Whether a new segment was begun for it. */
  readonly rolled: boolean;
}

/** `message.timestamp.after.max.ms`: an hour (KIP-1030). */
const mostAhead = 3_600_000;

/**
 * Writes what one send has for this partition, as one batch.
 * @param sent one record or more
 * @param now the broker's clock, ms since 1970
 */
export function append(log: Log, sent: readonly Sent[], now: number): Appended {
  if (sent.some(({ timestamp }) => timestamp > now + mostAhead)) return { log, refused: 'INVALID_TIMESTAMP', rolled: false };
  if (log.settings['cleanup.policy'] === 'compact' && sent.some(({ key }) => key === null))
    return { log, refused: 'INVALID_RECORD', rolled: false };

  const batch = batchOf(sent, endOf(log));
  const active = activeOf(log);
  const rolled = mustRoll(active, batch, log);
  const closed = rolled ? log.segments : log.segments.slice(0, -1);
  const open: Segment = rolled ? { base: batch.base, batches: [] } : active;
  return { log: { ...log, segments: [...closed, { ...open, batches: [...open.batches, batch] }] }, refused: null, rolled };
}

function batchOf(sent: readonly Sent[], base: number): Batch {
  const records = sent.map((record, i) => ({ ...record, offset: base + i }));
  return { base, last: base + records.length - 1, baseTimestamp: sent[0]?.timestamp ?? 0, deleteHorizon: null, records };
}

/** Too full, or too long since its first batch by the records' time stamps. No timer does it: a record has to come (`LogSegment.shouldRoll`). */
function mustRoll(active: Segment, batch: Batch, { settings }: Log): boolean {
  const [first] = active.batches;
  if (!first) return false;
  const tooFull = bytesOf(active) + batchBytes(batch) > settings['segment.bytes'];
  return tooFull || latest(batch) - latest(first) > settings['segment.ms'];
}

const latest = ({ records }: Batch) => Math.max(...records.map(({ timestamp }) => timestamp));
