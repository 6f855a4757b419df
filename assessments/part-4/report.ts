import { programOf, type Site, type StampedRecord } from '@proving/lab';
import { hour, minute } from './shop.ts';

export interface Dropped extends StampedRecord {
  /** The newest time stamp of its partition when it came, in ms since 1970. */
  readonly streamTime: number;
}

export interface Report {
  /** In minutes. */
  readonly grace: number;
  /** Orders that came when their hour was over. */
  readonly dropped: readonly Dropped[];
}

/** The report as it will be made: windows of an hour, which are over when stream time has come to their end and the grace. */
export async function reportOf(site: Site): Promise<Report> {
  const said = Number((await programOf(site, 'report')).get('grace.minutes') ?? 0);
  const grace = Number.isFinite(said) ? said : 0;
  const streamTimes = new Map<number, number>();
  const dropped: Dropped[] = [];
  for (const record of await site.read('orders')) {
    const { partition, timestamp } = record;
    const streamTime = Math.max(streamTimes.get(partition) ?? 0, timestamp);
    streamTimes.set(partition, streamTime);
    const end = (Math.floor(timestamp / hour) + 1) * hour;
    if (end + grace * minute <= streamTime) dropped.push({ ...record, streamTime });
  }
  return { grace, dropped };
}
