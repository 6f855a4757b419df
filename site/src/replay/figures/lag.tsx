import type { LagCurve } from '@proving/replay';
import type { ReactNode } from 'react';
import { cut, type Drawn, round, steps, topOf } from './figure.ts';
import { TimeAxisLine, timeAxis } from './time-axis.tsx';

const left = 40;
const chart = 110;
const rowHeight = 20;
const mostPartitions = 8;

/** Lag over time: what is left to read of all partitions together, and each partition's numbers. */
export function LagFigure({ now, end, all, t, until, width }: Drawn): ReactNode {
  const top = topOf(all.flatMap((each) => each.lags.curves.flatMap(({ points }) => points.map(({ lag }) => lag))));
  let y = 0;
  const drawn = end.lags.curves.map((curve) => {
    const at = y;
    const rows = Math.min(mostPartitions, curve.partitions.length);
    y += 28 + chart + 34 + (rows + 1) * rowHeight + 16;
    const current = now.lags.curves.find((each) => each.group === curve.group && each.topic === curve.topic);
    return (
      <g key={`${curve.group} ${curve.topic}`} transform={`translate(0 ${at})`}>
        <Curve end={curve} curve={current} {...{ top, t, until, width }} />
        <g transform={`translate(0 ${28 + chart + 34})`}>
          <Numbers end={curve} curve={current} width={width} />
        </g>
      </g>
    );
  });
  return (
    <svg width={width} height={y} aria-hidden="true">
      {drawn}
    </svg>
  );
}

interface CurveProps {
  readonly curve: LagCurve | undefined;
  readonly end: LagCurve;
  readonly top: number;
  readonly t: number;
  readonly until: number;
  readonly width: number;
}

function Curve({ curve, end, top, t, until, width }: CurveProps) {
  const axis = timeAxis(0, until, left, width - 14);
  const y = (lag: number) => round(28 + chart - (lag / top) * (chart - 12));
  const points = (curve?.points ?? []).flatMap(({ t: seen, lag }) => (lag === null ? [] : [{ x: axis.at(seen), y: y(lag) }]));
  const line = steps(points, axis.at(t));
  const last = curve?.points.at(-1)?.lag;
  return (
    <g>
      <text className="r-head" x={0} y={14}>
        {cut(`lag of ${end.group.replace(/-[a-z0-9]{4}$/, '')} on ${end.title}`, width - 60, 13)}
      </text>
      <text className="r-accent r-num" x={width} y={14} textAnchor="end">
        {last ?? ''}
      </text>
      {[top, Math.round(top / 2)].map((lag) => (
        <g key={lag}>
          <line className="r-line r-dashed" x1={left} x2={width - 14} y1={y(lag)} y2={y(lag)} />
          <text className="r-dim r-num" x={left - 8} y={y(lag) + 4} textAnchor="end">
            {lag}
          </text>
        </g>
      ))}
      {line === '' ? null : <path className="r-area" d={`${line}V${y(0)}H${points[0]?.x ?? left}z`} />}
      <path className="r-curve r-curve-accent" d={line} />
      <TimeAxisLine axis={axis} t={t} top={28} y={28 + chart} />
    </g>
  );
}

function Numbers({ curve, end, width }: { curve: LagCurve | undefined; end: LagCurve; width: number }) {
  const columns = [0.16, 0.42, 0.64, 0.82, 1].map((part) => Math.round(part * width));
  const shown = [...end.partitions]
    .sort((a, b) => (b.most ?? 0) - (a.most ?? 0))
    .slice(0, mostPartitions)
    .map(({ partition }) => partition)
    .sort((a, b) => a - b);
  const line = (cells: readonly (string | number | null)[], i: number, className: string) =>
    cells.map((cell, column) => (
      <text key={columns[column]} className={className} x={columns[column]} y={12 + i * rowHeight} textAnchor="end">
        {cell ?? '–'}
      </text>
    ));
  return (
    <g>
      {line(['partition', 'committed', 'log end', 'lag', 'most'], 0, 'r-dim')}
      {shown.map((partition, i) => {
        const is = curve?.partitions.find((each) => each.partition === partition);
        return (
          <g key={partition}>
            {line(
              [partition, ...(is ? [is.committed, is.logEnd, is.lag, is.most] : [null, null, null, null])],
              i + 1,
              'r-text r-num',
            )}
          </g>
        );
      })}
    </g>
  );
}
