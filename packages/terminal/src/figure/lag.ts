import { type LagCurve, type Lags, lagSum, seconds } from '@proving/replay';
import type { Paper } from '../paper.ts';
import { cut, padStart } from '../text.ts';
import { scaleOf } from './scale.ts';
import { perColumn, type TimeAxis, timeAxis } from './time-axis.ts';

/** Lag over time: what is left to read of all partitions together as a curve, below it each partition's numbers. */
export function lagFigure({ curves }: Lags, until: number, paper: Paper): readonly string[] {
  const shown = curves.slice(0, mostCurves);
  return shown.flatMap((curve, i) => [
    ...(i > 0 ? [''] : []),
    ...curveLines(curve, until, shown.length > 1 ? 3 : 5, paper),
    '',
    ...numbers(curve),
  ]);
}

/** The numbers without a curve, where the lag did not move while it was looked at. */
export const lagNumbersFigure = ({ curves }: Lags, { columns, theme }: Paper): readonly string[] =>
  curves
    .slice(0, mostCurves)
    .flatMap((curve, i) => [
      ...(i > 0 ? [''] : []),
      theme.strong(cut(`lag of ${curve.group} on ${curve.title}`, columns - 4)),
      ...numbers(curve),
    ]);

/** One line per curve, for a window that is not tall enough. */
export const lagLines = ({ curves }: Lags, paper: Paper): readonly string[] =>
  curves.slice(0, mostCurves).map((curve) => cut(lagSum(curve), paper.columns - 4));

const mostCurves = 2;
const mostPartitions = 8;
const before = 8;

function curveLines(curve: LagCurve, until: number, rows: number, paper: Paper): readonly string[] {
  const { glyphs, theme } = paper;
  const axis = timeAxis(begin(curve), until, Math.max(8, Math.min(paper.columns - 4, 96) - before));
  const columns = heights(curve, axis);
  const per = scaleOf(Math.max(1, ...columns.map((each) => each ?? 0)), rows);
  const high = Math.max(1, ...columns.map((each) => levelOf(each ?? 0, per)));
  const from = `from ${seconds(begin(curve))}, ${perColumn(axis)}`;
  const title = cut(`lag of ${curve.group} on ${curve.title}`, Math.max(12, paper.columns - 7 - from.length));
  return [
    `${theme.strong(title)}   ${from}`,
    ...Array.from({ length: high }, (_, i) => {
      const level = high - i;
      const mark = (lag: number | null) =>
        lag === null ? ' ' : levelOf(lag, per) >= level ? glyphs.record : level === 1 ? '·' : ' ';
      const line = columns.map(mark).join('').trimEnd();
      return `${padStart(String(level * per), before - 2)}  ${line.replaceAll(/[▌#]+/g, (marks) => theme.accent(marks))}`;
    }),
  ];
}

/** Rounded to the nearest row; what is more than nothing has one. */
const levelOf = (lag: number, per: number) => (lag === 0 ? 0 : Math.max(1, Math.round(lag / per)));

/** The most of each column's time; null before anything is committed. */
function heights({ points }: LagCurve, axis: TimeAxis): readonly (number | null)[] {
  const columns: (number | null)[] = [];
  let last: number | null = null;
  let next = 0;
  for (let column = 0; column < axis.length; column++) {
    let most = last;
    for (let point = points[next]; point && axis.at(point.t) <= column; point = points[++next]) {
      most = Math.max(most ?? 0, point.lag ?? 0);
      last = point.lag;
      if (point.lag === null && next === 0) most = null;
    }
    columns.push(most);
  }
  return columns;
}

function numbers({ partitions, points }: LagCurve): readonly string[] {
  const far = partitions.toSorted((a, b) => (b.most ?? 0) - (a.most ?? 0)).slice(0, mostPartitions);
  const shown = partitions.filter((each) => far.includes(each));
  const left = partitions.length - shown.length;
  const line = (cells: readonly (string | number | null)[]) =>
    cells.map((cell, i) => padStart(String(cell ?? '-'), widths[i] ?? 8)).join('');
  return [
    line(['partition', 'committed', 'log end', 'lag', 'most']),
    ...shown.map(({ partition, committed, logEnd, lag, most }) => line([partition, committed, logEnd, lag, most])),
    ...(partitions.length > 1 ? [line(['all', '', '', points.at(-1)?.lag ?? null, mostOf(points)])] : []),
    ...(left > 0 ? [`  and ${left} more partitions that were less behind`] : []),
  ];
}

const mostOf = (points: LagCurve['points']) =>
  points.reduce<number | null>((most, { lag }) => (lag === null ? most : Math.max(most ?? 0, lag)), null);
const widths = [9, 12, 10, 7, 7];
const begin = ({ points }: LagCurve) => points[0]?.t ?? 0;
