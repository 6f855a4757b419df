import type { Appended } from './append.ts';
import type { Cleaned } from './cleaner.ts';
import { endOf, startOf } from './log.ts';
import type { Checked } from './retention.ts';

export function afterAppend({ log, refused, rolled }: Appended, key: string | null): string {
  if (refused === 'INVALID_TIMESTAMP')
    return 'Refused, INVALID_TIMESTAMP: the time stamp is more than an hour ahead of the broker’s clock.';
  if (refused === 'INVALID_RECORD') return 'Refused, INVALID_RECORD: a compacted topic takes no record without a key.';
  const what = `Offset ${endOf(log) - 1}${key === null ? '' : `, key ${key}`}, was appended`;
  return rolled ? `${what}. It opened a new segment, and the one before is closed.` : `${what} to the active segment.`;
}

export function afterCheck({ log, deleted }: Checked): string {
  if (log.settings['cleanup.policy'] === 'compact')
    return 'Retention check: cleanup.policy is compact, so nothing is deleted by age or size.';
  if (deleted.length === 0) return 'Retention check: nothing went. No segment as a whole is too old or too much.';
  const names = deleted.map(({ segment, because }) => `the one from ${segment.base} on (${because})`).join(', ');
  const all = startOf(log) === endOf(log) ? ' The active one went too, and an empty one was begun.' : '';
  return `Retention check: ${deleted.length === 1 ? 'a segment' : `${deleted.length} segments`} went as a whole, ${names}.${all} The log begins at ${startOf(log)}.`;
}

export function afterCleaning({ removed, skipped }: Cleaned): string {
  switch (skipped) {
    case 'not-compacted':
      return 'The cleaner passes by: cleanup.policy is delete.';
    case 'nothing-new':
      return 'The cleaner passes by: nothing is new in the closed segments since it was here.';
    case 'not-dirty-enough':
      return 'The cleaner passes by: too little of the log is new (min.cleanable.dirty.ratio).';
    case null:
      break;
  }
  if (removed.length === 0) return 'The cleaner was here and found nothing outdated.';
  const tombstones = removed.filter(({ value }) => value === null).length;
  const what = removed.length === tombstones ? '' : ' among them';
  const and = tombstones > 0 ? `, ${tombstones === 1 ? 'a tombstone' : `${tombstones} tombstones`}${what}` : '';
  return `The cleaner took ${removed.length === 1 ? 'offset' : 'offsets'} ${removed.map(({ offset }) => offset).join(', ')}${and}. The others keep their offsets.`;
}

/** `3 h`, `2 days`: a span in ms, in the largest unit that fits. */
export function span(ms: number): string {
  const hours = Math.round(ms / 3_600_000);
  if (hours < 48) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `${Math.round(hours / 24)} days`;
}

export function bytes(count: number): string {
  return count < 10_000 ? `${count.toLocaleString('en')} bytes` : `${Number((count / 1_000_000).toFixed(2))} MB`;
}
