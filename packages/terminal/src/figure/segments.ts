import { type KnownSegment, type SegmentedLog, type Segments, seconds, segmentRange } from '@proving/replay';
import type { Paper } from '../paper.ts';
import { cut, padEnd, padStart } from '../text.ts';
import { fitting } from './offset-range.ts';
import { scaleOf } from './scale.ts';

/** The segments of a log, one line each: a mark for every offset that is there, a dot for one that compaction took away. */
export function segmentsFigure({ logs }: Segments, paper: Paper): readonly string[] {
  const shown = logs.slice(-mostLogs);
  return shown.flatMap((log, i) => [...(i > 0 ? [''] : []), ...logFigure(log, Math.floor(mostRows / shown.length), paper)]);
}

/** One line per log, for a window that is not tall enough. */
export function segmentsLines({ logs }: Segments, paper: Paper): readonly string[] {
  return logs.slice(-mostLogs).map((log) => {
    const gone = log.deleted.length > 0 ? `, ${log.deleted.length} deleted` : '';
    return cut(
      `${nameOf(log)}: ${count(log.segments.length, 'segment')}${gone}, ${count(recordsOf(log), 'record')}`,
      paper.columns - 4,
    );
  });
}

const mostLogs = 2;
const mostRows = 12;

function logFigure(log: SegmentedLog, rows: number, paper: Paper): readonly string[] {
  const { glyphs, theme } = paper;
  const shown = log.segments.slice(-rows);
  const older = log.segments.slice(0, -rows);
  const longest = Math.max(1, ...shown.map(({ base, end }) => end - base));
  const room = Math.max(8, Math.min(paper.columns, 100) - 4 - label - numbers - words(paper));
  const per = scaleOf(longest, room);
  const length = Math.max(Math.min(room, 12), Math.ceil(longest / per));
  const scale = per > 1 ? `${glyphs.record} = ${per} offsets` : '';
  const title = cut(nameOf(log), Math.max(12, label + length - scale.length - 1));
  return [
    `${theme.strong(padEnd(title, label + length - scale.length))}${scale}${padStart('records', 9)}${padStart('bytes', 9)}`,
    ...deletedLine(log, paper),
    ...(older.length > 0 ? [`${padStart(shortRange(older), label - 2)}  ${count(older.length, 'older segment')}`] : []),
    ...shown.map((each) => {
      const drawn = cells(each, per, glyphs.record);
      const bar = drawn.replaceAll(glyphs.record, (mark) => (each.active ? theme.accent(mark) : mark));
      const line = `${padStart(shortRange([each]), label - 2)}  ${bar}${' '.repeat(Math.max(0, length - drawn.length))}`;
      return `${line}${padStart(String(each.records), 9)}${padStart(String(each.bytes), 9)}   ${wordsOf(each, paper)}`.trimEnd();
    }),
  ];
}

function cells({ base, end, offsets, records }: KnownSegment, per: number, mark: string): string {
  const cell = (i: number) => {
    if (offsets === null) return i * per < records ? mark : '·';
    const [from, to] = [base + i * per, Math.min(end, base + (i + 1) * per) - 1];
    return offsets.some(([first, last]) => first <= to && last >= from) ? mark : '·';
  };
  return Array.from({ length: Math.ceil(Math.max(0, end - base) / per) }, (_, i) => cell(i)).join('');
}

function deletedLine({ deleted }: SegmentedLog, paper: Paper): readonly string[] {
  const last = deleted.at(-1);
  if (!last) return [];
  const what = `${count(deleted.length, 'segment')} deleted, ${deleted.length > 1 ? 'the last ' : ''}by ${seconds(last.t)}`;
  return [`${padStart(shortRange(deleted), label - 2)}  ${cut(what, paper.columns - 4 - label)}`];
}

function wordsOf({ active, records, was }: KnownSegment, paper: Paper): string {
  if (words(paper) === 0) return '';
  return active ? 'active' : was > records ? `were ${was}` : '';
}

const label = 13;
const numbers = 18;
const words = ({ columns }: Paper) => (columns < 66 ? 0 : 12);
const nameOf = ({ title, partition, broker }: SegmentedLog) => `${title}/${partition} on broker ${broker}`;
const recordsOf = ({ segments }: SegmentedLog) => segments.reduce((sum, { records }) => sum + records, 0);
const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

const shortRange = (all: Parameters<typeof segmentRange>[0]) => fitting(segmentRange(all), all[0]?.base ?? 0, label - 2);
