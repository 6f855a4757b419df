import { type JoinKey, type JoinTask, joinKeys, partnersOf, placesOf } from '@proving/replay';
import type { ReactNode } from 'react';
import { cut, round } from './figure.ts';

const left = 82;
const narrowest = 35;
const widest = 52;
const rowHeight = 76;

const columnsOf = (width: number) => Math.max(1, Math.floor((width - left) / narrowest));
const columnOf = (keys: number, width: number) => Math.min(widest, Math.max(narrowest, (width - left) / Math.max(1, keys)));

/** Px. */
export const byKeyHeight = (task: JoinTask, width: number): number =>
  Math.ceil(joinKeys(task).length / columnsOf(width)) * rowHeight + 8;

interface Props {
  readonly task: JoinTask | undefined;
  readonly end: JoinTask;
  readonly width: number;
}

/** Many keys: a column for each key that the task has met, and a line where a left record found its row. */
export function JoinByKey({ task, end, width }: Props): ReactNode {
  const room = columnsOf(width);
  const keys = joinKeys(end);
  const column = columnOf(keys.length, width);
  const seen = task ? new Map(joinKeys(task).map((each) => [each.key, each])) : new Map<string, JoinKey>();
  const rows = Array.from({ length: Math.ceil(keys.length / room) }, (_, i) => keys.slice(i * room, (i + 1) * room));
  return (
    <g>
      {rows.map((some, i) => (
        <g key={some[0]?.key ?? i} transform={`translate(0 ${i * rowHeight})`}>
          <text className="r-text" x={0} y={22}>
            {cut(`${end.left.title}/${end.partition}`, left - 8)}
          </text>
          {end.called !== null && i === 0 ? (
            <text className="r-dim" x={0} y={41}>
              {cut(end.called, left - 8)}
            </text>
          ) : null}
          <text className="r-text" x={0} y={60}>
            {cut(`${end.right.title}/${end.partition}`, left - 8)}
          </text>
          {some.map(({ key }, k) => (
            <Key key={key} name={key} own={seen.get(key)} x={round(left + (k + 0.5) * column)} room={column} />
          ))}
        </g>
      ))}
    </g>
  );
}

function Key({ name, own, x, room }: { name: string; own: JoinKey | undefined; x: number; room: number }) {
  const has = (side: 'left' | 'right') => own !== undefined && placesOf(own, side).length > 0;
  const met = own?.places.some((place) => partnersOf(own.task, place).length > 0) ?? false;
  const word = (side: 'left' | 'right', y: number) => (
    <text className={has(side) ? 'r-text' : 'r-dim'} x={x} y={y} textAnchor="middle">
      {has(side) ? cut(name, room) : '·'}
    </text>
  );
  return (
    <g>
      {word('left', 22)}
      {met ? <path className="r-met" d={`M${x} 28V46`} /> : null}
      {!met && has('left') ? (
        <text className="r-state r-head" x={x} y={42} textAnchor="middle">
          ?
        </text>
      ) : null}
      {word('right', 60)}
    </g>
  );
}
