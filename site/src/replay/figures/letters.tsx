import { flowOf, type Letters, recordsOf, type Travelled } from '@proving/replay';
import type { ReactNode } from 'react';
import { bar, cut, type Drawn } from './figure.ts';

const rowHeight = 24;
const mostRows = 14;

/** Dead-letter flow: a row for each record that was set aside or stands still, a column for each topic, offsets where it lies. */
export function LettersFigure({ now, end, width }: Drawn): ReactNode {
  const flow = flowOf(end.letters);
  const rows = flow.told.slice(0, mostRows);
  const left = width < 420 ? 78 : 110;
  const column = (width - left) / Math.max(1, end.letters.topics.length);
  const more = flow.told.length - rows.length;
  const below = 30 + rows.length * rowHeight;
  const others = [
    ...(more > 0 ? [`and ${more} more`] : []),
    ...flow.plain.map(({ way, records }) => `${recordsOf(records)}: ${way}`),
  ];
  return (
    <svg width={width} height={below + 12 + others.length * 20} aria-hidden="true">
      {end.letters.topics.map(({ topic, title, aside }, i) => (
        <text key={topic} className={aside ? 'r-head r-accent' : 'r-head'} x={left + (i + 1) * column} y={14} textAnchor="end">
          {cut(title, column - 8, 13)}
        </text>
      ))}
      <line className="r-line" x1={0} x2={width} y1={22.5} y2={22.5} />
      {rows.map(({ value }, i) => (
        <g key={value} transform={`translate(0 ${28 + i * rowHeight})`}>
          <Row record={now.letters.records.find((each) => each.value === value)} {...{ value, left, column, model: end.letters }} />
        </g>
      ))}
      {others.map((line, i) => (
        <text key={line} className="r-dim" x={0} y={below + 16 + i * 20}>
          {cut(line, width)}
        </text>
      ))}
    </svg>
  );
}

interface RowProps {
  /** Undefined until it has been seen. */
  readonly record: Travelled | undefined;
  readonly value: string;
  readonly model: Letters;
  readonly left: number;
  readonly column: number;
}

function Row({ record, value, model, left, column }: RowProps) {
  return (
    <g className="r-leader">
      <text className={record ? 'r-text' : 'r-dim'} x={0} y={14}>
        {cut(value, left - 6)}
      </text>
      {model.topics.map(({ topic, aside }, i) => {
        const at = record?.stops.filter((stop) => stop.topic === topic).map(({ offset }) => offset ?? '?') ?? [];
        if (at.length === 0) return null;
        const x = left + (i + 1) * column - 1;
        return (
          <g key={topic}>
            <path className={aside ? 'r-full' : 'r-hollow'} d={bar(x - 14, 2, 14, 14)} />
            <text className="r-text r-num" x={x - 20} y={14} textAnchor="end">
              {cut(at.join(', '), column - 26)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
