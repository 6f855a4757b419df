import { useWidth } from '../../replay/use-width.ts';
import { textOf } from './records.ts';
import { type Arrival, type Windowing, windowsAt } from './windows.ts';

const left = 64;
const right = 24;
const row = 26;
const top = 34;

/** When records happened, from left to right; when they came, from top to bottom. The step line is stream time. */
export function Figure({ arrivals, windowing }: { readonly arrivals: readonly Arrival[]; readonly windowing: Windowing }) {
  const [ref, room] = useWidth<HTMLDivElement>();
  const { size, advance, grace } = windowing;
  const width = Math.max(280, room);
  const end = Math.max(size, ...arrivals.map(({ at }) => at)) + advance / 2;
  const x = (at: number) => left + (Math.min(end, Math.max(0, at)) / end) * (width - left - right);
  const bottom = top + arrivals.length * row;
  const starts = Array.from({ length: Math.min(80, Math.floor(end / advance) + 1) }, (_, i) => i * advance);
  const sparse = Math.ceil((starts.length * 34) / (width - left - right));
  const line = (of: (arrival: Arrival) => number) =>
    arrivals
      .map(
        (arrival, i) =>
          `${i === 0 ? 'M' : 'H'}${x(of(arrival)).toFixed(1)}${i === 0 ? ` ${top + i * row}` : ''}V${top + (i + 1) * row}`,
      )
      .join('');
  return (
    <div ref={ref}>
      <svg
        className="pg-window-figure"
        width={width}
        height={bottom + 14}
        role="img"
        aria-label={`${arrivals.length} records in ${windowsIn(arrivals, windowing)} windows; the table below has each of them.`}
      >
        {starts.map((from, i) => (
          <g key={from}>
            {i % 2 === 0 && (
              <rect className="pg-window-band" x={x(from)} y={top} width={x(from + advance) - x(from)} height={bottom - top} />
            )}
            <line className="pg-window-edge" x1={x(from)} x2={x(from)} y1={top - 6} y2={bottom} />
            {i % sparse === 0 && (
              <text x={x(from)} y={top - 12} textAnchor="middle">
                {from} s
              </text>
            )}
          </g>
        ))}
        {grace > 0 && <path className="pg-window-over" d={line(({ streamTime }) => streamTime - grace)} />}
        <path className="pg-window-time" d={line(({ streamTime }) => streamTime)} />
        {arrivals.map((arrival, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record is its place in the order of arrival
          <Mark key={i} arrival={arrival} x={x(arrival.at)} y={top + i * row + row / 2} />
        ))}
      </svg>
    </div>
  );
}

function Mark({ arrival, x, y }: { readonly arrival: Arrival; readonly x: number; readonly y: number }) {
  const lost = arrival.counts.length === 0;
  return (
    <g className={lost ? 'pg-window-late' : 'pg-window-counted'}>
      <text x={left - 14} y={y + 4} textAnchor="end">
        {textOf(arrival)}
      </text>
      {lost ? <path d={`M${x - 5} ${y - 5}l10 10m0 -10l-10 10`} /> : <circle cx={x} cy={y} r={6} />}
    </g>
  );
}

const windowsIn = (arrivals: readonly Arrival[], windowing: Windowing) =>
  new Set(arrivals.flatMap(({ at }) => windowsAt(at, windowing).map(({ from }) => from))).size;
