import {
  type GroupTimeline,
  isInterrupted,
  type PartitionOwners,
  type Pause,
  pausesOf,
  type Rebalance,
  type Span,
  seconds,
  type Views,
} from '@proving/replay';
import type { ReactNode } from 'react';
import { apart, bar, cut, type Drawn, inOrder, letterOf, merged, round } from './figure.ts';
import { type TimeAxis, TimeAxisLine, timeAxis } from './time-axis.tsx';

const left = 84;
const rowHeight = 28;

/** Who owned each partition over time, a tick where records were delivered; where there is no bar, nobody read the partition. */
export function GroupTimelineFigure({ now, end, t, until, width }: Drawn): ReactNode {
  let y = 0;
  const drawn = groupsToDraw(end).map((group) => {
    const at = y;
    y += 30 + 18 + group.partitions.length * rowHeight + 34;
    const current = now.groupTimelines.groups.find((each) => each.group === group.group);
    return (
      <g key={group.group} transform={`translate(0 ${at})`}>
        <Group
          group={current}
          end={group}
          struck={now.groupTimelines.struck}
          {...{ t, width }}
          axis={timeAxis(0, until, left, width - 8)}
        />
      </g>
    );
  });
  return (
    <svg width={width} height={y} aria-hidden="true">
      {drawn}
    </svg>
  );
}

/** Those whose reading was interrupted; where none was, those that changed hands; where none did, all: one can be told from the other. */
function groupsToDraw({ groupTimelines: { groups } }: Views): readonly GroupTimeline[] {
  const interrupted = groups.filter(isInterrupted);
  if (interrupted.length > 0) return interrupted;
  const changed = groups.filter(changesHands);
  return changed.length > 0 ? changed : groups.filter(({ partitions }) => partitions.length > 0);
}

export const changesHands = ({ partitions }: GroupTimeline): boolean => partitions.some(({ spans }) => spans.length > 1);

interface GroupProps {
  readonly group: GroupTimeline | undefined;
  readonly end: GroupTimeline;
  readonly struck: number | null;
  readonly t: number;
  readonly axis: TimeAxis;
  readonly width: number;
}

function Group({ group, end, struck, t, axis, width }: GroupProps) {
  const members = inOrder(end.members);
  const bottom = 48 + end.partitions.length * rowHeight;
  const at = ({ t: begun }: Rebalance) => axis.at(begun);
  const digits = String(end.rebalances.at(-1)?.generation ?? 0).length;
  const named = ({ t: begun, generation }: Rebalance) => `${begun} ${generation}`;
  const names = members.map((client, i) => `${letterOf(i)} ${client}`).join(' · ');
  return (
    <g>
      <text className="r-head" x={0} y={14}>
        {cut(`group ${end.group.replace(/-[a-z0-9]{4}$/, '')}`, left + 60, 13)}
      </text>
      <text className="r-dim" x={width} y={14} textAnchor="end">
        {cut(names, width - left - 70)}
      </text>
      <text className="r-dim" x={0} y={38}>
        rebalance
      </text>
      <path
        className="r-line r-dashed"
        d={apart(group?.rebalances ?? [], at, 3)
          .map((each) => `M${round(at(each))} 42V${bottom}`)
          .join('')}
      />
      {apart(group?.rebalances ?? [], at, 7 + 7 * digits).map((each) => (
        <text key={named(each)} className="r-dim" x={round(at(each))} y={38} textAnchor="middle">
          {each.generation}
        </text>
      ))}
      {end.partitions.map((row, i) => {
        const current = group?.partitions.find((each) => each.topic === row.topic && each.partition === row.partition);
        return (
          <Row
            key={`${row.topic}/${row.partition}`}
            {...{ row: current, end: row, members, struck, t, axis, y: 48 + i * rowHeight }}
          />
        );
      })}
      <TimeAxisLine axis={axis} t={t} top={42} y={bottom} />
    </g>
  );
}

interface RowProps {
  readonly row: PartitionOwners | undefined;
  readonly end: PartitionOwners;
  readonly members: readonly string[];
  /** When a program was last killed or frozen, ms. */
  readonly struck: number | null;
  readonly t: number;
  readonly axis: TimeAxis;
  readonly y: number;
}

function Row({ row, end, members, struck, t, axis, y }: RowProps) {
  const pauses = row ? pausesOf(row).map((pause, i) => pauseSeen(pause, row.spans[i], struck)) : [];
  const stretches = (row?.spans ?? []).map((span, i): Stretched => {
    const until = pauses[i]?.owned ? (pauses[i]?.from ?? t) : (span.until ?? t);
    const x = axis.at(span.from);
    return { span, owner: Math.max(0, members.indexOf(span.client)), x, wide: Math.max(2, axis.at(until) - x - 1) };
  });
  const resting = pauses.flatMap((pause) => {
    if (!pause) return [];
    const lasted = (pause.until ?? t) - pause.from;
    const [x, x1] = [axis.at(pause.from), axis.at(pause.until ?? t)];
    return lasted < 10 || x1 - x < 2.5 ? [] : [{ x, x1, lasted }];
  });
  return (
    <g>
      <text className="r-text" x={0} y={y + 15}>
        {cut(`${end.title}/${end.partition}`, left - 8)}
      </text>
      {members.map((client, owner) => (
        <Owned key={client} {...{ owner, axis, y }} all={stretches.filter((each) => each.owner === owner)} />
      ))}
      <path
        className="r-pause"
        d={resting.map(({ x, x1 }) => `M${round(x + 2)} ${y + 10}H${round(Math.max(x + 2, x1 - 2))}`).join('')}
      />
      {resting
        .filter(({ x, x1 }) => x1 - x > 64)
        .map(({ x, x1, lasted }) => (
          <text key={x} className="r-on-pause" x={round((x + x1) / 2)} y={y + 14} textAnchor="middle">
            {seconds(lasted)}
          </text>
        ))}
    </g>
  );
}

/** Where nothing was delivered at all, an owner rested from when its program was killed, and not from its first moment. */
function pauseSeen(pause: Pause | null, span: Span | undefined, struck: number | null): Pause | null {
  if (!pause?.owned || !span || span.delivered > 0) return pause;
  return struck !== null && struck >= span.from && struck <= (span.until ?? struck) ? { ...pause, from: struck } : null;
}

interface Stretched {
  readonly span: Span;
  /** Which of the members owns it. */
  readonly owner: number;
  /** Px. */
  readonly x: number;
  readonly wide: number;
}

/** All that one member owned of a partition. There can be thousands of stretches: their bars are one path, and so are their ticks. */
function Owned({ all, owner, axis, y }: { all: readonly Stretched[]; owner: number; axis: TimeAxis; y: number }) {
  if (all.length === 0) return null;
  const slivers = merged(all.filter(isSliver).map(({ x, wide }) => [x, x + wide] as const));
  const wider = all.filter((each) => !isSliver(each));
  const bars = [...slivers, ...wider.map(({ x, wide }) => [x, x + wide] as const)];
  const ticks = wider.flatMap(({ span, x, wide }) => merged(ticksAt(span.deliveries, axis, x, x + wide)));
  return (
    <g className={`r-owner r-owner-${owner % 4}`}>
      <path d={bars.map(([from, to]) => bar(from, y, to - from, 20)).join('')} />
      <path className="r-ticks" d={ticks.map(([from, to]) => bar(from, y + 11, to - from, 9)).join('')} />
      {wider
        .filter(({ wide }) => wide > 14)
        .map(({ x }) => (
          <text key={x} x={round(x + 4)} y={y + 11}>
            {letterOf(owner)}
          </text>
        ))}
    </g>
  );
}

/** Too narrow for a letter or ticks. */
const isSliver = ({ wide }: Stretched) => wide < 4;

/** Deliveries as marks of 1.5 px. */
const ticksAt = (deliveries: readonly number[], axis: TimeAxis, x0: number, x1: number) =>
  deliveries
    .map((t) => Math.max(x0, axis.at(t)))
    .filter((at) => at < x1)
    .map((at) => [at, at + 1.5] as const);
