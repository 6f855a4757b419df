import { inSeconds, ticksOf } from '@proving/replay';
import { round } from './figure.ts';
import type { EventAxis } from './window-rows.ts';

/** Event time in seconds above what happened in it, a fine line down from each; two strokes where the axis is cut. */
export function EventTicks({ axis, y, bottom }: { axis: EventAxis; y: number; bottom: number }) {
  const ticks = ticksOf(axis.cuts, 44, 1_000);
  return (
    <g>
      <path className="r-line r-dashed" d={ticks.map((tick) => `M${round(axis.at(tick))} ${y}V${bottom}`).join('')} />
      {ticks.map((tick, i) => (
        <text key={tick} className="r-dim r-num" x={round(axis.at(tick))} y={y - 6} textAnchor="middle">
          {i === 0 ? `${inSeconds(tick)} s` : inSeconds(tick)}
        </text>
      ))}
      {axis.cuts.cuts.map((at) => (
        <path
          key={at}
          className="r-cut"
          d={`M${round(axis.x0 + at) + 5} ${y - 4}l4 -10M${round(axis.x0 + at) + 10} ${y - 4}l4 -10`}
        />
      ))}
    </g>
  );
}
