import { type BatchedLog, type Batches, batchSum } from '@proving/replay';
import type { StoredBatch } from '@proving/spec';
import type { Paper } from '../paper.ts';
import { cut, padEnd, padStart } from '../text.ts';
import { fitting } from './offset-range.ts';
import { scaleOf } from './scale.ts';

/** Record batches as they lie on disk: one line each, its bytes as a bar, its records, how it is packed. Below them the sum. */
export function batchesFigure({ logs }: Batches, paper: Paper): readonly string[] {
  const shown = logs.slice(-mostLogs);
  const longest = Math.max(1, ...shown.flatMap(({ batches }) => batches.map(({ bytes }) => bytes)));
  const room = Math.max(6, Math.min(paper.columns, 100) - 4 - label - numbers - words(paper));
  const per = scaleOf(longest, room);
  const length = Math.max(Math.min(room, 16), Math.ceil(longest / per));
  return shown.flatMap((log, i) => [
    ...(i > 0 ? [''] : []),
    head(log, length, per, paper),
    ...rows(log, Math.max(3, Math.floor(mostRows / shown.length)), length, per, paper),
    sum(log, length, paper),
  ]);
}

/** The sums alone, for a window that is not tall enough. */
export const batchesLines = ({ logs }: Batches, paper: Paper): readonly string[] =>
  logs.slice(-mostLogs).map((log) => cut(batchSum(log), paper.columns - 4));

const mostLogs = 3;
const mostRows = 12;
const label = 13;
const numbers = 18;
const words = ({ columns }: Paper) => (columns < 66 ? 8 : 21);

function head(log: BatchedLog, length: number, per: number, { glyphs, theme, columns }: Paper): string {
  const scale = `${glyphs.record} = ${per} bytes`;
  const wide = label + length;
  const place = `${log.title}/${log.partition}`;
  const title = [`${nameOf(log)}   ${scale}`, `${place}   ${scale}`, nameOf(log), cut(place, wide - 1)].find(
    (each) => each.length < wide,
  );
  const left = title?.endsWith(scale)
    ? padEnd(title.slice(0, -scale.length), wide - scale.length) + scale
    : padEnd(title ?? '', wide);
  return `${theme.strong(left)}${padStart('bytes', 9)}${padStart('records', 9)}${columns < 66 ? '  codec' : '   codec'}`;
}

function rows({ batches, total }: BatchedLog, most: number, length: number, per: number, paper: Paper): readonly string[] {
  const shown = batches.length > most ? batches.slice(0, most - 1) : batches;
  const left = total.batches - shown.length;
  return [
    ...shown.map((batch) => {
      const drawn = paper.glyphs.record.repeat(Math.max(1, Math.round(batch.bytes / per)));
      const bar = batch.kind === 'marker' ? drawn : paper.theme.accent(drawn);
      const line = `${padStart(range(batch), label - 2)}  ${bar}${' '.repeat(Math.max(0, length - drawn.length))}`;
      return `${line}${padStart(String(batch.bytes), 9)}${padStart(String(batch.records), 9)}${wordsOf(batch, paper)}`;
    }),
    ...(left > 0 ? [`${padStart('…', label - 2)}  and ${left} more`] : []),
  ];
}

function wordsOf({ codec, kind, producer }: StoredBatch, { columns }: Paper): string {
  if (columns < 66) return `  ${codec}`;
  const sequence = producer && kind !== 'marker' ? `seq ${producer.sequence}` : '';
  const is = { plain: '', transactional: 'txn', marker: 'marker' }[kind];
  return `   ${padEnd(codec, 8)}${[is, sequence].filter(Boolean).join(' ')}`.trimEnd();
}

function sum({ total }: BatchedLog, length: number, paper: Paper): string {
  const each = total.records === 0 ? '' : `${Math.round(total.bytes / total.records)} a record`;
  const left = padEnd(`${padStart('in all', label - 2)}  ${count(total.batches, 'batch', 'batches')}`, label + length);
  const right = each.length + 3 <= words(paper) ? `   ${each}` : '';
  return `${left}${padStart(String(total.bytes), 9)}${padStart(String(total.records), 9)}${right}`;
}

const nameOf = ({ title, partition, broker }: BatchedLog) => `${title}/${partition} on broker ${broker}`;
const range = ({ base, last }: StoredBatch) => fitting(base === last ? `${base}` : `${base}–${last}`, base, label - 2);
const count = (n: number, noun: string, nouns: string) => `${n} ${n === 1 ? noun : nouns}`;
