import {
  foundText,
  type Groups,
  goneOf,
  isUnseen,
  type Lane,
  type Lanes,
  type LaneTopic,
  numberOf,
  ownersOf,
  readText,
} from '@proving/replay';
import type { Paper } from '../paper.ts';
import { cut, padStart, widthOf } from '../text.ts';
import { bar, scaleOf } from './scale.ts';

/** Partition lanes: one line per partition, its records by name where there are few, as a bar where there are many; then who owns it. */
export function lanesFigure(model: Lanes, owners: Groups, paper: Paper): readonly string[] {
  return model.topics
    .filter((topic) => topic.lanes.length > 0)
    .flatMap((topic, i) => [...(i > 0 ? [''] : []), ...topicFigure(model, topic, owners, paper)]);
}

function topicFigure(model: Lanes, topic: LaneTopic, owners: Groups, paper: Paper): readonly string[] {
  const owned = topic.lanes.map((lane) => cut(ownersOf(topic.topic, lane.partition, owners), 28));
  const rights = topic.lanes.map((lane, i) => [owned[i], readText(lane)].filter(Boolean).join('  '));
  const side = Math.min(paper.columns < 66 ? 12 : 32, Math.max(0, ...rights.map(widthOf)));
  const room = Math.max(8, paper.columns - 4 - before - 9 - side);
  const named = topic.lanes.map(names);
  const fits = named.every((line) => line !== null && widthOf(line) <= room);
  const longest = Math.max(1, ...topic.lanes.map((lane) => lane.count));
  const per = scaleOf(longest, room);
  const drawn = topic.lanes.map((lane, i) => (fits ? (named[i] ?? '') : bar(paper.glyphs.record, goneOf(lane), lane.count, per)));
  const length = Math.max(8, ...drawn.map(widthOf));
  const unseen = topic.lanes.map((lane) => isUnseen(model, topic, lane));
  const title = cut(topic.title, 32);
  const notes = [
    `${topic.lanes.length} partition${topic.lanes.length === 1 ? '' : 's'}`,
    !fits && per > 1 ? `${paper.glyphs.record} = ${per} records` : '',
    unseen.includes(true) ? '? = not looked at yet' : '',
    foundText(topic),
  ].filter(Boolean);
  // What does not fit beside the title stands below it.
  const beside = notes.filter((_, i) => widthOf([title, ...notes.slice(0, i + 1)].join('   ')) <= paper.columns - 4);
  const below = notes.slice(beside.length).join('   ');
  return [
    [paper.theme.strong(title), ...beside].join('   '),
    ...(below ? [cut(`  ${below}`, paper.columns - 4)] : []),
    ...topic.lanes.map((lane, i) => {
      const line = drawn[i] as string;
      const mark = fits ? line : paper.theme.accent(line);
      const used = before + Math.max(length, widthOf(line)) + 6 + 3;
      const right = cut(rights[i] ?? '', Math.max(0, paper.columns - 4 - used));
      const pad = ' '.repeat(Math.max(0, length - widthOf(line)));
      return `  ${padStart(String(lane.partition), 3)}  ${mark}${pad}${padStart(unseen[i] ? '?' : String(lane.count - goneOf(lane)), 6)}   ${right}`.trimEnd();
    }),
  ];
}

const before = '  012  '.length;

/** `1 4 7`: the numbers that the values carry; null when they carry none. */
function names(lane: Lane): string | null {
  if (lane.count !== lane.records.length) return null;
  const numbers = lane.records.map((record) => {
    const number = numberOf(record)?.slice(-6) ?? null;
    // What was deleted leaves its place empty: nothing behind it moves up.
    return number !== null && record.offset < (lane.start ?? 0) ? ' '.repeat(number.length) : number;
  });
  return numbers.includes(null) ? null : numbers.join(' ');
}
