import { type Ladder, type LadderPartition, type LadderReplica, seconds } from '@proving/replay';
import type { BrokerState } from '@proving/spec';
import type { Paper } from '../paper.ts';
import { cut, padEnd, padStart } from '../text.ts';
import { bar, scaleOf } from './scale.ts';

/**
 * The replica ladder: one line per copy, its mark, its log as a bar, its end, and what is wrong with its broker.
 * Under each partition the high watermark, at its place.
 */
export function ladderFigure(model: Ladder, paper: Paper): readonly string[] {
  const all = model.topics.flatMap((topic) => topic.partitions.map((partition) => ({ topic, partition })));
  const longest = Math.max(1, ...all.flatMap(({ partition }) => ends(partition)));
  const room = Math.max(8, Math.min(paper.columns, 100) - 4 - before - (isNarrow(paper) ? after - ' at 12.34 s'.length : after));
  const per = scaleOf(longest, room);
  const length = Math.min(room, Math.max(12, Math.ceil(longest / per)));
  return all.flatMap(({ topic, partition }, i) => [
    ...(i > 0 ? [''] : []),
    head(`${topic.title} / ${partition.partition}`, length, per, paper),
    ...copies(partition).map((copy) => rung(copy, partition, model, length, per, paper)),
    ...watermark(partition, per, paper),
  ]);
}

/** The same in one line per partition, for a window that is not tall enough. */
export function ladderLines(model: Ladder, paper: Paper): readonly string[] {
  return model.topics.flatMap((topic) =>
    topic.partitions.map((partition) => {
      const marks = copies(partition).map((copy) => {
        const state = stateOf(model, copy.broker);
        return `${markOf(copy, state, paper)} ${copy.broker}:${copy.logEnd ?? '?'}${state === 'up' || isDead(state) ? '' : ` ${state}`}`;
      });
      const high = `${paper.glyphs.highWatermark} ${partition.highWatermark ?? '?'}`;
      return `${cut(topic.title, 20)}/${partition.partition}  ${marks.join('  ')}  ${paper.theme.accent(high)}`;
    }),
  );
}

const before = 'broker 1  ●  '.length;
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

function watermark(partition: LadderPartition, per: number, { glyphs, theme }: Paper): readonly string[] {
  const high = partition.highWatermark;
  if (high === null) return [];
  return [`${' '.repeat(before + Math.ceil(high / per))}${theme.accent(glyphs.highWatermark)} ${high} high watermark`];
}

const ends = (partition: LadderPartition) => [partition.highWatermark ?? 0, ...partition.replicas.map((copy) => copy.logEnd ?? 0)];
const copies = (partition: LadderPartition) => partition.replicas.toSorted((a, b) => a.broker - b.broker);
const stateOf = (model: Ladder, broker: number): BrokerState => model.brokers.find((each) => each.broker === broker)?.state ?? 'up';
const isNarrow = (paper: Paper) => paper.columns < 66;
const isDead = (state: BrokerState) => state === 'killed' || state === 'stopped';
