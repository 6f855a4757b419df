import type { SegmentedLog, Segments } from '../segments.ts';
import { seconds } from '../transcript.ts';

/** The segments of each log in sentences: those that were deleted, and those that are there. */
export function segmentsInSentences({ logs }: Segments): readonly string[] {
  return logs.flatMap((log) => [
    ...log.deleted.map(
      ({ base, end, t, records }) =>
        `${nameOf(log)}: offsets ${segmentRange([{ base, end }])} (${count(records, 'record')}) were deleted by ${seconds(t)}.`,
    ),
    ...log.segments.map((each) => {
      const left = each.was > each.records ? `${each.records} of ${each.was} records are left` : count(each.records, 'record');
      return `${nameOf(log)}: ${each.active ? 'active segment' : 'segment'} ${segmentRange([each])}, ${left}, ${each.bytes} bytes.`;
    }),
  ]);
}

/** `30–35`, `36`, and `from 40` for a segment that has no record yet. */
export function segmentRange(all: readonly { readonly base: number; readonly end: number }[]): string {
  const [from, to] = [all[0]?.base ?? 0, (all.at(-1)?.end ?? 0) - 1];
  return to < from ? `from ${from}` : to === from ? `${from}` : `${from}–${to}`;
}

const nameOf = ({ title, partition, broker }: SegmentedLog) => `${title}/${partition} on broker ${broker}`;
const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
