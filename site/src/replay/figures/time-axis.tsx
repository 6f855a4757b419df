import { seconds } from '@proving/replay';
import { round } from './figure.ts';

/** Time from left to right: `from` stands at `x0`, `until` at `x1`. */
export interface TimeAxis {
  readonly x0: number;
  readonly x1: number;
  readonly from: number;
  readonly until: number;
  at(t: number): number;
}

export function timeAxis(from: number, until: number, x0: number, x1: number): TimeAxis {
  const span = Math.max(1, until - from);
  return { x0, x1, from, until, at: (t) => x0 + (Math.min(span, Math.max(0, t - from)) / span) * (x1 - x0) };
}

/** Ticks in round steps, at most one every 70 px, and where the run stands now. */
export function TimeAxisLine({ axis, t, top, y }: { axis: TimeAxis; t: number; top: number; y: number }) {
  const every = stepOf(((axis.until - axis.from) / Math.max(1, axis.x1 - axis.x0)) * 70);
  const first = Math.ceil(axis.from / every) * every;
  const ticks = Array.from({ length: Math.max(0, Math.floor((axis.until - first) / every) + 1) }, (_, i) => first + i * every);
  const now = round(axis.at(t));
  return (
    <g>
      <path
        className="r-line"
        d={`M${axis.x0} ${y}H${axis.x1}${ticks.map((tick) => `M${round(axis.at(tick))} ${y}v4`).join('')}`}
      />
      {ticks.map((tick) => (
        <text key={tick} className="r-dim" x={round(axis.at(tick))} y={y + 17} textAnchor="middle">
          {every < 1000 ? seconds(tick).replace(/0 s$/, ' s') : `${tick / 1000} s`}
        </text>
      ))}
      <line className="r-mark" x1={now} x2={now} y1={top} y2={y} />
    </g>
  );
}

/** 1, 2, 5, 10, 20, 50 … ms: the first that is not less than `least`. */
function stepOf(least: number): number {
  for (let power = 1; ; power *= 10) for (const factor of [1, 2, 5]) if (factor * power >= least) return factor * power;
}
