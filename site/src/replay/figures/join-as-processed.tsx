import { type JoinKey, type JoinTask, placesOf, recordName } from '@proving/replay';
import type { ReactNode } from 'react';
import { bar, cut, round } from './figure.ts';

const left = 78;
const lanes = { left: 28, right: 78 } as const;
const laneHeight = 22;
export const panelHeight = 122;

interface Props {
  /** Undefined until its first record. */
  readonly task: JoinTask | undefined;
  readonly end: JoinKey;
  readonly width: number;
}

/** Two lanes of one key; a row of a table lasts until the next one, and a line goes from a record to the row that it met. */
export function JoinAsProcessed({ task, end, width }: Props): ReactNode {
  const step = (width - left) / Math.max(1, end.places.length);
  const x = (place: number) => left + end.places.indexOf(place) * step;
  const seen = task?.records.length ?? 0;
  const isSeen = (place: number) => place < seen;
  return (
    <g>
      <text className="r-head" x={0} y={14}>
        {cut(end.key, left - 8, 13)}
      </text>
      {end.places.map((place, i) => (
        <text key={place} className="r-dim r-num" x={round(x(place)) + 6} y={14}>
          {i + 1}
        </text>
      ))}
      {(['left', 'right'] as const).map((side) => (
        <g key={side}>
          <text className="r-text" x={0} y={lanes[side] + 15}>
            {cut(end.task[side].title, left - 8)}
          </text>
          <line className="r-line" x1={left} x2={width} y1={lanes[side] + laneHeight + 0.5} y2={lanes[side] + laneHeight + 0.5} />
          {placesOf(end, side)
            .filter(isSeen)
            .map((place) => (
              <Record key={place} {...{ end, side, place, x, isSeen, step }} />
            ))}
        </g>
      ))}
      {(task?.meetings ?? [])
        .filter(({ by }) => end.places.includes(by))
        .map(({ by, left: other, right }) => {
          const at = round(x(by)) + 4;
          const middle = (lanes.left + laneHeight + lanes.right) / 2 + 5;
          return right === null ? (
            <text key={`${by} ${other}`} className="r-state r-head" x={at} y={middle} textAnchor="middle">
              ?
            </text>
          ) : (
            <path key={`${by} ${right}`} className="r-met" d={`M${at} ${lanes.left + laneHeight}V${lanes.right}`} />
          );
        })}
    </g>
  );
}

interface RecordProps {
  readonly end: JoinKey;
  readonly side: 'left' | 'right';
  readonly place: number;
  readonly x: (place: number) => number;
  readonly isSeen: (place: number) => boolean;
  readonly step: number;
}

function Record({ end, side, place, x, isSeen, step }: RecordProps) {
  const own = placesOf(end, side);
  const record = end.task.records[place];
  const next = own[own.indexOf(place) + 1];
  const newest = end.places.filter(isSeen).at(-1) ?? place;
  const until = next !== undefined && isSeen(next) ? x(next) : x(newest) + step;
  const isRow = end.task[side].kind === 'table' && record?.value !== null;
  const wide = (isRow ? until : x(place) + step) - x(place) - 3;
  return (
    <g className={isRow ? 'r-join-row' : undefined}>
      {isRow ? <path d={bar(x(place) + 0.5, lanes[side] + 0.5, Math.max(4, wide), laneHeight - 2)} /> : null}
      {isRow ? null : <circle className="r-dot" cx={round(x(place)) + 4} cy={lanes[side] + 11} r={4} />}
      <text className="r-text" x={round(x(place)) + (isRow ? 6 : 12)} y={lanes[side] + 15}>
        {cut(recordName(record), step - (isRow ? 8 : 14))}
      </text>
    </g>
  );
}
