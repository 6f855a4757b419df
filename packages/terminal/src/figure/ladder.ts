import { stripVTControlCharacters } from 'node:util';
import { type Ladder, type LadderPartition, type LadderReplica, seconds } from '@proving/replay';
import type { BrokerState } from '@proving/spec';
import type { Paper } from '../paper.ts';
import { cut, padEnd, padStart, widthOf } from '../text.ts';
import { bar, scaleOf } from './scale.ts';

/**
 * The replica ladder: one line per copy, its mark, its log as a bar, its end, and what is wrong with its broker.
 * Under each partition the high watermark, at its place.
 */
export function ladderFigure(model: Ladder, paper: Paper): readonly string[] {
  const all = model.topics.flatMap((topic) => topic.partitions.map((partition) => ({ topic, partition })));
  const longest = Math.max(1, ...all.flatMap(({ partition }) => ends(partition)));
  const room = Math.max(8, Math.min(paper.columns, 100) - 4 - before - (isNarrow(paper) ? afterNarrow : after));
  const per = scaleOf(longest, room);
  const length = Math.min(room, Math.max(12, Math.ceil(longest / per)));
  return all.flatMap(({ topic, partition }, i) => [
    ...(i > 0 ? [''] : []),
    head(`${topic.title} / ${partition.partition}`, length, per, paper),
    ...copies(partition).map((copy) => rung(copy, partition, model, length, per, paper)),
    ...watermark(partition, per, paper),
  ]);
}

/** The same in one line per partition, for a window that is not tall enough; where it is too narrow as well, without words. */
export function ladderLines(model: Ladder, paper: Paper): readonly string[] {
  return model.topics.flatMap((topic) =>
    topic.partitions.map((partition) => {
      const long = compactLine(topic.title, partition, model, true, paper);
      if (widthOf(long) <= paper.columns - 4) return long;
      const short = compactLine(cut(topic.title, 8), partition, model, false, paper);
      return widthOf(short) <= paper.columns - 4 ? short : cut(stripVTControlCharacters(short), paper.columns - 4);
    }),
  );
}

function compactLine(title: string, partition: LadderPartition, model: Ladder, words: boolean, paper: Paper): string {
  const marks = copies(partition).map((copy) => {
    const state = stateOf(model, copy.broker);
    const word = !words || state === 'up' || isDead(state) ? '' : ` ${state}`;
    return `${markOf(copy, state, paper)} ${copy.broker}:${copy.logEnd ?? '?'}${word}`;
  });
  const high = paper.theme.accent(`${paper.glyphs.highWatermark} ${partition.highWatermark ?? '?'}`);
  return `${title}/${partition.partition}  ${marks.join('  ')}  ${high}`;
}

const before = 'broker 1  ●  '.length;
const afterNarrow = '   log end   out of sync'.length;
const after = '   log end   stopped at 12.34 s'.length;

function head(title: string, length: number, per: number, paper: Paper): string {
  const scale = per > 1 ? `${paper.glyphs.record} = ${per} records` : '';
  const left = padEnd(cut(title, before + length - scale.length - 1), before + length - scale.length) + scale;
  return `${paper.theme.strong(left)}   log end`;
}

function rung(copy: LadderReplica, partition: LadderPartition, model: Ladder, length: number, per: number, paper: Paper): string {
  const { glyphs, theme } = paper;
  const state = stateOf(model, copy.broker);
  const since = model.brokers.find((each) => each.broker === copy.broker)?.since ?? 0;
  const dead = isDead(state);
  const drawn = bar(glyphs.record, partition.logStart ?? 0, copy.logEnd ?? 0, per);
  const painted = dead ? theme.bad(drawn) : copy.role === 'leader' ? theme.accent(drawn) : drawn;
  const label = padEnd(`broker ${copy.broker}`, 10);
  const end = padStart(copy.logEnd === null ? '?' : String(copy.logEnd), 10);
  const line = `${label}${markOf(copy, state, paper)}  ${painted}${' '.repeat(Math.max(0, length - drawn.length))}${end}`;
  return `${line}   ${wordsOf(copy, state, since, paper)}`.trimEnd();
}

function markOf(copy: LadderReplica, state: BrokerState, { glyphs, theme }: Paper): string {
  if (isDead(state)) return theme.bad(glyphs.dead);
  if (copy.role === 'leader') return theme.accent(glyphs.leader);
  return copy.role === 'in sync' ? glyphs.inSync : glyphs.outOfSync;
}

function wordsOf(copy: LadderReplica, state: BrokerState, since: number, paper: Paper): string {
  if (state !== 'up') return isDead(state) && !isNarrow(paper) ? `${state} at ${seconds(since)}` : state;
  return copy.role === 'in sync' ? '' : copy.role;
}

function watermark(partition: LadderPartition, per: number, { columns, glyphs, theme }: Paper): readonly string[] {
  const high = partition.highWatermark;
  if (high === null) return [];
  const at = before + Math.ceil(high / per);
  const words = `${high} high watermark`;
  // Where there is no room to its right, the words stand to its left.
  if (at + 2 + words.length > columns - 4) return [`${padStart(words, at - 1)} ${theme.accent(glyphs.highWatermark)}`];
  return [`${' '.repeat(at)}${theme.accent(glyphs.highWatermark)} ${words}`];
}

const ends = (partition: LadderPartition) => [
  partition.logStart ?? 0,
  partition.highWatermark ?? 0,
  ...partition.replicas.map((copy) => copy.logEnd ?? 0),
];
const copies = (partition: LadderPartition) => partition.replicas.toSorted((a, b) => a.broker - b.broker);
const stateOf = (model: Ladder, broker: number): BrokerState => model.brokers.find((each) => each.broker === broker)?.state ?? 'up';
const isNarrow = (paper: Paper) => paper.columns < 66;
const isDead = (state: BrokerState) => state === 'killed' || state === 'stopped';
