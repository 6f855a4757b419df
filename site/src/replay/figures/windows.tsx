import {
  type CountedWindow,
  cutAxis,
  isOver,
  lateText,
  saidText,
  streamTimeText,
  type WindowedRecord,
  type WindowTask,
  windowTaskName,
} from '@proving/replay';
import type { ReactNode } from 'react';
import { EventTicks } from './event-ticks.tsx';
import { bar, cut, type Drawn, round } from './figure.ts';
import { type EventAxis, type KeyRows, keysOf, rowsOf } from './window-rows.ts';

const left = 40;
const right = 20;
const top = 46;
const markHeight = 14;
const rowHeight = 24;
const lateHeight = 19;
const mostLate = 3;

/** Windows over stream time: for each task its records where they happened, windows as bars with their counts, and how far stream time is. */
export function WindowsFigure({ now, end, width }: Drawn): ReactNode {
  const spans = end.windows.tasks.flatMap(({ windows, records, streamTime }) => [
    [streamTime, streamTime] as const,
    ...windows.map((each) => [each.start, each.end] as const),
    ...records.map(({ time }) => [time, time] as const),
  ]);
  const cuts = cutAxis(spans, width - left - right, 34);
  const axis: EventAxis = { cuts, x0: left, x1: width - right, at: (time) => left + cuts.at(time) };
  let y = 0;
  const drawn = end.windows.tasks.map((task) => {
    const at = y;
    const keys = keysOf(task).map((key) => rowsOf(key, task, axis));
    const late = task.records.filter((each) => each.late > 0);
    y += top + keys.reduce((sum, { rows }) => sum + markHeight + rows * rowHeight + 6, 0) + 26;
    y += (1 + Math.min(mostLate, late.length)) * lateHeight + 14;
    const is = ({ topic, partition, called }: WindowTask) =>
      topic === task.topic && partition === task.partition && called === task.called;
    return (
      <g key={`${task.topic} ${windowTaskName(task)}`} transform={`translate(0 ${at})`}>
        <Task task={now.windows.tasks.find(is)} end={task} {...{ keys, axis, width }} />
      </g>
    );
  });
  return (
    <svg width={width} height={y} aria-hidden="true">
      {drawn}
    </svg>
  );
}

interface TaskProps {
  /** Undefined until its first record. */
  readonly task: WindowTask | undefined;
  readonly end: WindowTask;
  readonly keys: readonly KeyRows[];
  readonly axis: EventAxis;
  readonly width: number;
}

function Task({ task, end, keys, axis, width }: TaskProps) {
  const name = windowTaskName(end);
  const height = keys.reduce((sum, { rows }) => sum + markHeight + rows * rowHeight + 6, 0);
  const late = (task?.records ?? []).filter((each) => each.late > 0);
  const told = late.length > mostLate ? late.slice(0, mostLate - 1) : late;
  const more = late.length - told.length;
  const stands = task ? streamTimeText(task) : 'no record yet';
  let y = top;
  return (
    <g>
      <text className="r-head" x={0} y={14}>
        {name}
      </text>
      <text className="r-dim r-num" x={width} y={14} textAnchor="end">
        {cut(stands, width - name.length * 8 - 12)}
      </text>
      {task ? <StreamTime {...{ task, axis }} y={top - 8} height={height + 8} /> : null}
      <EventTicks axis={axis} y={top - 8} bottom={top + height} />
      {keys.map((each) => {
        const at = y;
        y += markHeight + each.rows * rowHeight + 6;
        return (
          <g key={each.key} transform={`translate(0 ${at})`}>
            <text className="r-text" x={0} y={markHeight + 16}>
              {cut(each.key, left - 8)}
            </text>
            {task ? <Key rows={each} {...{ task, axis }} /> : null}
          </g>
        );
      })}
      {task ? (
        <text className="r-dim" x={0} y={top + height + 40}>
          {saidText(task)}
        </text>
      ) : null}
      {told.map((each, i) => (
        <text
          key={`${each.key} ${each.time} ${each.streamTime}`}
          className="r-state"
          x={0}
          y={top + height + 40 + (i + 1) * lateHeight}
        >
          {cut(`✕ ${lateText(each)}`, width)}
        </text>
      ))}
      {more > 0 ? (
        <text className="r-state" x={0} y={top + height + 40 + (told.length + 1) * lateHeight}>
          {`✕ and ${more} more came too late`}
        </text>
      ) : null}
    </g>
  );
}

/** Shaded: over. The line is stream time; between them lies the grace. */
function StreamTime({ task, axis, y, height }: { task: WindowTask; axis: EventAxis; y: number; height: number }) {
  const now = round(axis.at(task.streamTime));
  const over = task.over === null ? axis.x0 : round(Math.min(now, axis.at(task.over)));
  const half = 'stream time'.length * 3.3;
  return (
    <g>
      <path className="r-over" d={bar(axis.x0, y, over - axis.x0, height)} />
      {task.over !== null && over < now ? <path className="r-grace" d={`M${over} ${y + height}H${now}`} /> : null}
      <line className="r-mark" x1={now} x2={now} y1={y} y2={y + height} />
      <text className="r-accent" x={Math.min(axis.x1 + right - half, Math.max(half, now))} y={y + height + 16} textAnchor="middle">
        stream time
      </text>
    </g>
  );
}

function Key({ rows, task, axis }: { rows: KeyRows; task: WindowTask; axis: EventAxis }) {
  const own = task.records.filter(({ key }) => key === rows.key);
  const tick = ({ time }: WindowedRecord) => bar(axis.at(time) - 1, 1, 2.5, 10);
  const cross = ({ time }: WindowedRecord) => {
    const x = round(axis.at(time));
    return `M${x - 4} 2l8 8M${x + 4} 2l-8 8`;
  };
  return (
    <g>
      <path
        className="r-read"
        d={own
          .filter(({ late }) => late === 0)
          .map(tick)
          .join('')}
      />
      <path
        className="r-cross"
        d={own
          .filter(({ late }) => late > 0)
          .map(cross)
          .join('')}
      />
      {task.windows
        .filter(({ key }) => key === rows.key)
        .map((each) => (
          <Bar key={`${each.start} ${each.end}`} window={each} y={markHeight + rows.rowOf(each) * rowHeight} {...{ task, axis }} />
        ))}
    </g>
  );
}

function Bar({ window, task, axis, y }: { window: CountedWindow; task: WindowTask; axis: EventAxis; y: number }) {
  const x = axis.at(window.start);
  const wide = Math.max(16, axis.at(window.end) - x - 2);
  const state = isOver(window, task) ? 'r-window-over' : window.said === null ? 'r-window-kept' : '';
  return (
    <g className={`r-window ${state}`}>
      <path d={bar(x + 0.5, y + 0.5, wide, 19)} />
      <text className="r-num" x={round(x + wide / 2)} y={y + 14} textAnchor="middle">
        {window.count}
      </text>
    </g>
  );
}
