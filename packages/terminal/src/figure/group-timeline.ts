import { type GroupTimeline, type GroupTimelines, isInterrupted, type PartitionOwners, pausesOf, seconds } from '@proving/replay';
import type { Paper } from '../paper.ts';
import { cut, padEnd, padStart, widthOf, wrapped } from '../text.ts';
import { letterOf } from './member-names.ts';
import { perColumn, placed, type TimeAxis, timeAxis } from './time-axis.ts';

/**
 * Who owned what over time: one line per partition, each stretch begun by its owner's letter, a mark where records were delivered.
 * A blank is a pause: nobody owned the partition, and nobody read it. Above them the rebalances, below them the names.
 */
export function groupTimelineFigure(model: GroupTimelines, until: number, paper: Paper): readonly string[] {
  return shown(model).flatMap((group, i) => [...(i > 0 ? [''] : []), ...groupFigure(group, until, paper)]);
}

/** The lines of the partitions alone, for a window that is not tall enough. */
export function groupTimelineLines(model: GroupTimelines, until: number, paper: Paper): readonly string[] {
  return shown(model).flatMap((group) => rows(group, axisOf(group, until, paper), until, paper));
}

const shown = ({ groups }: GroupTimelines) => groups.filter(isInterrupted);

function groupFigure(group: GroupTimeline, until: number, paper: Paper): readonly string[] {
  const { theme } = paper;
  const axis = axisOf(group, until, paper);
  const from = `from ${seconds(begin(group))}, ${perColumn(axis)}`;
  const title = cut(`group ${group.group}`, Math.max(12, inner(paper) - 3 - from.length));
  const marks = placed(
    group.rebalances.map(({ t, generation }) => ({ at: axis.at(t), word: String(generation) })),
    axis.length,
  );
  return [
    `${theme.strong(title)}   ${from}`,
    `${padEnd(isNarrow(paper) ? 'rebal.' : 'rebalance', left(group, paper))}${marks}   ${padStart(isNarrow(paper) ? 'pause' : 'longest pause', right(paper))}`.trimEnd(),
    ...rows(group, axis, until, paper),
    ...legend(group, paper),
  ].map((line) => (widthOf(line) <= inner(paper) ? line : cut(line, inner(paper))));
}

function rows(group: GroupTimeline, axis: TimeAxis, until: number, paper: Paper): readonly string[] {
  return group.partitions.map((row) => {
    const pauses = pausesOf(row).flatMap((pause) => (pause ? (pause.until ?? until) - pause.from : []));
    const most = Math.max(0, ...pauses);
    const longest = most >= 10 ? seconds(most) : '';
    const label = padEnd(cut(name(row), left(group, paper) - 2), left(group, paper));
    const line = cells(row, group, axis, paper);
    return `${label}${painted(line, paper)}${' '.repeat(axis.length - line.length)}   ${padStart(longest, right(paper))}`.trimEnd();
  });
}

function cells(row: PartitionOwners, group: GroupTimeline, axis: TimeAxis, paper: Paper): string {
  const line = Array.from({ length: axis.length }, () => ' ');
  for (const span of row.spans) {
    const from = axis.at(span.from);
    const end = Math.max(from + 1, span.until === null ? axis.length : axis.at(span.until));
    line.fill('·', from, end);
    for (const t of span.deliveries) {
      // The letter takes the first column; what was delivered in it moves one to the right.
      const at = Math.max(axis.at(t), from + 1);
      if (at < end) line[at] = paper.glyphs.record;
    }
    line[from] = letterOf(named(group).indexOf(span.client));
  }
  return line.join('').trimEnd();
}

/** The names behind the letters; a member that owns nothing says so. */
function legend(group: GroupTimeline, paper: Paper): readonly string[] {
  const owner = (client: string) => group.partitions.some(({ spans }) => spans.some((span) => span.client === client));
  const names = named(group).map((client, i) =>
    `${letterOf(i)} ${cut(client, 24)}${owner(client) ? '' : ' (owned nothing)'}`.replaceAll(' ', '\u00a0'),
  );
  const marks = [`${paper.glyphs.record}\u00a0delivered`, '·\u00a0owned'];
  return wrapped([...names, ...marks].join('   '), inner(paper)).map((line) => line.replaceAll('\u00a0', ' '));
}

function axisOf(group: GroupTimeline, until: number, paper: Paper): TimeAxis {
  return timeAxis(begin(group), until, Math.max(8, Math.min(inner(paper), 96) - left(group, paper) - 3 - right(paper)));
}

/** Members in the order of their names, so that the second packer is B whoever was told first. */
const named = ({ members }: GroupTimeline) => members.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
const begin = ({ rebalances, partitions }: GroupTimeline) =>
  Math.min(...rebalances.map(({ t }) => t), ...partitions.flatMap(({ spans }) => spans.map(({ from }) => from)));
const name = ({ title, partition }: PartitionOwners) => `${title}/${partition}`;
const left = ({ partitions }: GroupTimeline, paper: Paper) =>
  Math.min(isNarrow(paper) ? 12 : 20, Math.max(isNarrow(paper) ? 6 : 9, ...partitions.map((row) => widthOf(name(row)))) + 2);
const right = (paper: Paper) => (isNarrow(paper) ? '12.34 s' : 'longest pause').length;
const inner = (paper: Paper) => paper.columns - 4;
const isNarrow = (paper: Paper) => paper.columns < 66;
const painted = (line: string, { glyphs, theme }: Paper) =>
  line.split(glyphs.record).reduce((all, part, i) => (i === 0 ? part : `${all}${theme.accent(glyphs.record)}${part}`), '');
