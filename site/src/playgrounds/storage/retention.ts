import { bytesOf, endOf, type Log, newestOf, type Segment } from './log.ts';

export interface Checked {
  readonly log: Log;
  /** Segments that went, each with the setting it went for. */
  readonly deleted: readonly { readonly segment: Segment; readonly because: 'retention.ms' | 'retention.bytes' }[];
}

/**
 * One retention check: whole segments from the left, first by size, then by age. Goes even the active one, a new one is begun first.
 * Proved in lesson 11, `a-segment-goes-as-a-whole` and `a-limit-is-per-partition`. After Kafka's `UnifiedLog.deleteOldSegments`.
 * @param now the broker's clock, ms since 1970
 */
export function retentionCheck(log: Log, now: number): Checked {
  if (log.settings['cleanup.policy'] !== 'delete') return { log, deleted: [] };
  const bySize = drop(log, tooMuch(log));
  const byAge = drop(bySize.log, tooOld(bySize.log, now));
  return {
    log: byAge.log,
    deleted: [
      ...bySize.gone.map((segment) => ({ segment, because: 'retention.bytes' as const })),
      ...byAge.gone.map((segment) => ({ segment, because: 'retention.ms' as const })),
    ],
  };
}

type Goes = (segment: Segment) => boolean;

/** A segment goes only if at least the limit stays behind. */
function tooMuch({ settings, segments }: Log): Goes {
  const limit = settings['retention.bytes'];
  let over = segments.reduce((sum, segment) => sum + bytesOf(segment), 0) - limit;
  return (segment) => {
    if (limit < 0 || over < bytesOf(segment)) return false;
    over -= bytesOf(segment);
    return true;
  };
}

function tooOld({ settings }: Log, now: number): Goes {
  const keep = settings['retention.ms'];
  return (segment) => {
    const newest = newestOf(segment);
    return keep >= 0 && newest !== null && now - newest > keep;
  };
}

function drop(log: Log, goes: Goes): { readonly log: Log; readonly gone: readonly Segment[] } {
  const { segments } = log;
  const stays = segments.findIndex((segment, i) => (i === segments.length - 1 && segment.batches.length === 0) || !goes(segment));
  if (stays === 0) return { log, gone: [] };
  if (stays > 0) return { log: { ...log, segments: segments.slice(stays) }, gone: segments.slice(0, stays) };
  return { log: { ...log, segments: [{ base: endOf(log), batches: [] }] }, gone: segments };
}
