import { cutAxis, type JoinKey, type JoinTask, partnersOf, placesOf } from '@proving/replay';
import type { ReactNode } from 'react';
import { EventTicks } from './event-ticks.tsx';
import { bar, cut, round } from './figure.ts';
import type { EventAxis } from './window-rows.ts';

const left = 78;
const top = 48;
const rowHeight = 24;
const rightLane = 30;

/** Px: a row for each left record, one lane for all of the right side. */
export const inTimeHeight = (own: JoinKey): number => top + placesOf(own, 'left').length * rowHeight + rightLane + 30;

interface Props {
  readonly task: JoinTask | undefined;
  readonly end: JoinKey;
  /** All keys that are drawn: they share one axis. */
  readonly all: readonly JoinKey[];
  readonly width: number;
}

/** Two streams over event time: each left record with its window around it, and lines to those of the right side that it met. */
export function JoinInTime({ task, end, all, width }: Props): ReactNode {
  const cuts = cutAxis(all.flatMap(spansOf), width - left - 30, 30);
  const axis: EventAxis = { cuts, x0: left, x1: width - 30, at: (time) => left + cuts.at(time) };
  const seen = task?.records.length ?? 0;
  const time = (place: number) => end.task.records[place]?.time ?? 0;
  const value = (place: number) => end.task.records[place]?.value ?? 'null';
  const lefts = placesOf(end, 'left').toSorted((a, b) => time(a) - time(b));
  const y = (place: number) => top + lefts.indexOf(place) * rowHeight + 11;
  const foot = top + lefts.length * rowHeight + rightLane;
  const within = end.task.within ?? 0;
  return (
    <g>
      <text className="r-head" x={0} y={24}>
        {cut(end.key, left - 8, 13)}
      </text>
      <EventTicks axis={axis} y={34} bottom={foot} />
      <text className="r-text" x={0} y={top + 15}>
        {cut(end.task.left.title, left - 8)}
      </text>
      <text className="r-text" x={0} y={foot + 4}>
        {cut(end.task.right.title, left - 8)}
      </text>
      {lefts
        .filter((place) => place < seen)
        .map((place) => {
          const [from, to] = [axis.at(time(place) - within), axis.at(time(place) + within)];
          const met = task ? partnersOf(task, place) : [];
          return (
            <g key={place}>
              <path className="r-near" d={bar(from, y(place) - 9, to - from, 18)} />
              {met.map((other) => (
                <path
                  key={other}
                  className="r-met"
                  d={`M${round(axis.at(time(place)))} ${y(place)}L${round(axis.at(time(other)))} ${foot}`}
                />
              ))}
              <Dot x={axis.at(time(place))} y={y(place)} alone={met.length === 0} word={value(place)} dy={4} />
            </g>
          );
        })}
      {placesOf(end, 'right')
        .filter((place) => place < seen)
        .map((place) => (
          <Dot
            key={place}
            x={axis.at(time(place))}
            y={foot}
            alone={task ? partnersOf(task, place).length === 0 : true}
            word={value(place)}
            dy={4}
          />
        ))}
    </g>
  );
}

/** Hollow: it has met nobody. */
function Dot({ x, y, alone, word, dy }: { x: number; y: number; alone: boolean; word: string; dy: number }) {
  return (
    <g>
      <circle className={alone ? 'r-alone' : 'r-dot'} cx={round(x)} cy={y} r={4} />
      <text className="r-text" x={round(x) + 8} y={y + dy}>
        {word}
      </text>
    </g>
  );
}

const spansOf = ({ task, places }: JoinKey) =>
  places.map((place) => {
    const record = task.records[place];
    const around = record?.side === 'left' ? (task.within ?? 0) : 0;
    return [(record?.time ?? 0) - around, (record?.time ?? 0) + around] as const;
  });
