import { type LadderPartition, type LadderReplica, type LadderTopic, seconds, type Views } from '@proving/replay';
import type { ReactNode } from 'react';
import { boxes, type Drawn, round, topOf } from './figure.ts';

const left = 92;
const right = 40;
const rowHeight = 42;
const headHeight = 30;
const footHeight = 26;

/**
 * The replica ladder: a row for each copy, its log as boxes. What lies left of the high watermark is on every replica in sync;
 * what lies right of it is hollow: it exists, and is promised by nobody else.
 */
export function LadderFigure({ now, end, all, width }: Drawn): ReactNode {
  const longest = topOf(
    all.flatMap((each) => each.ladder.topics.flatMap((topic) => topic.partitions.flatMap(endsOf))),
    10,
  );
  const step = Math.min(24, (width - left - right) / longest);
  const places = end.ladder.topics.flatMap((topic) => topic.partitions.map((partition) => ({ topic, partition })));
  let y = 0;
  const drawn = places.map(({ topic, partition }) => {
    const at = y;
    y += headHeight + partition.replicas.length * rowHeight + footHeight;
    const current = now.ladder.topics
      .find((each) => each.topic === topic.topic)
      ?.partitions.find((each) => each.partition === partition.partition);
    return (
      <Ladder
        key={`${topic.topic}/${partition.partition}`}
        {...{ topic, last: partition, current, views: now, step, y: at, width }}
      />
    );
  });
  return (
    <svg width={width} height={y} aria-hidden="true">
      {drawn}
    </svg>
  );
}

interface LadderProps {
  readonly topic: LadderTopic;
  readonly last: LadderPartition;
  readonly current: LadderPartition | undefined;
  readonly views: Views;
  readonly step: number;
  readonly y: number;
  readonly width: number;
}

function Ladder({ topic, last, current, views, step, y, width }: LadderProps) {
  const copies = [...last.replicas].sort((a, b) => a.broker - b.broker);
  // While there is no leader to ask, the last one's answer stands.
  const seen = views.transactions.logs.find((log) => log.topic === topic.topic && log.partition === last.partition)?.positions;
  const high = current ? (current.highWatermark ?? seen?.at(-1)?.highWatermark ?? null) : null;
  const bottom = y + headHeight + copies.length * rowHeight;
  const x = left + (high ?? 0) * step;
  return (
    <g>
      <text className="r-head" x={0} y={y + 14}>
        {topic.title} / {last.partition}
      </text>
      <text className="r-dim" x={width} y={y + 14} textAnchor="end">
        log end
      </text>
      {high === null ? null : (
        <g className="r-moves" style={{ transform: `translateX(${round(x)}px)` }}>
          <line className="r-mark" x1={0} x2={0} y1={y + headHeight - 8} y2={bottom + 2} />
          <text className="r-accent" x={x > width / 2 ? 2 : -2} y={bottom + 15} textAnchor={x > width / 2 ? 'end' : 'start'}>
            high watermark {high}
          </text>
        </g>
      )}
      {copies.map(({ broker }, i) => (
        <Rung
          key={broker}
          copy={current?.replicas.find((each) => each.broker === broker)}
          {...{ broker, high, views, step, width, start: current?.logStart ?? 0, y: y + headHeight + i * rowHeight }}
        />
      ))}
    </g>
  );
}

interface RungProps {
  readonly broker: number;
  readonly copy: LadderReplica | undefined;
  readonly high: number | null;
  readonly start: number;
  readonly views: Views;
  readonly step: number;
  readonly y: number;
  readonly width: number;
}

function Rung({ broker, copy, high, start, views, step, y, width }: RungProps) {
  const known = views.ladder.brokers.find((each) => each.broker === broker);
  const state = known?.state ?? 'up';
  const dead = state === 'killed' || state === 'stopped';
  const ends = copy?.logEnd ?? 0;
  const safe = Math.min(ends, high ?? ends);
  const box = { x: left, y, step, width: step - 2, height: 15 };
  const tone = dead ? 'r-dead' : copy?.role === 'leader' ? 'r-leader' : 'r-copy';
  const words = [
    copy?.role === 'leader' ? 'leader' : copy?.role === 'out of sync' ? 'out of sync' : '',
    state === 'up' ? '' : `${state} ${dead ? 'at' : 'since'} ${seconds(known?.since ?? 0)}`,
  ];
  return (
    <g className={tone}>
      <Mark role={copy?.role ?? 'in sync'} dead={dead} x={7} y={y + 7.5} />
      <text className="r-text" x={22} y={y + 12}>
        broker {broker}
      </text>
      <path className="r-full" d={boxes(Math.min(start, safe), safe, box)} />
      <path className="r-hollow" d={boxes(Math.max(start, safe), ends, box)} />
      <text className="r-text r-num" x={width} y={y + 12} textAnchor="end">
        {copy ? (copy.logEnd ?? '?') : ''}
      </text>
      <text className={dead || state === 'frozen' ? 'r-state' : 'r-dim'} x={22} y={y + 28}>
        {words.filter(Boolean).join(', ')}
      </text>
    </g>
  );
}

/** ● leader, ○ follower in sync, ◌ out of sync, ✕ dead. */
function Mark({ role, dead, x, y }: { role: LadderReplica['role']; dead: boolean; x: number; y: number }) {
  if (dead) return <path className="r-cross" d={`M${x - 5} ${y - 5}l10 10m0 -10l-10 10`} />;
  return (
    <circle
      className={role === 'leader' ? 'r-disc' : 'r-ring'}
      cx={x}
      cy={y}
      r={5}
      strokeDasharray={role === 'out of sync' ? '2 2.5' : undefined}
    />
  );
}

const endsOf = (partition: LadderPartition) => [partition.highWatermark, ...partition.replicas.map(({ logEnd }) => logEnd)];
