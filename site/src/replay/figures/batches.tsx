import type { BatchedLog } from '@proving/replay';
import type { StoredBatch } from '@proving/spec';
import type { ReactNode } from 'react';
import { bar, cut, type Drawn, sameLog, topOf } from './figure.ts';

const left = 66;
const rowHeight = 22;
const mostLogs = 3;
const mostRows = 12;

/** Record batches as they lie on disk: a row each, its bytes as a bar, how many records, how they are packed. Below them the sum. */
export function BatchesFigure({ now, end, all, width }: Drawn): ReactNode {
  const logs = end.batches.logs.slice(-mostLogs);
  const longest = topOf(all.flatMap((each) => each.batches.logs.flatMap((log) => log.batches.map(({ bytes }) => bytes))));
  const room = Math.max(3, Math.floor(mostRows / logs.length));
  const numbers = width < 420 ? 104 : 160;
  let y = 0;
  const drawn = logs.map((log) => {
    const at = y;
    y += 32 + (Math.min(room, log.total.batches) + 1) * rowHeight + 18;
    const current = sameLog(now.batches.logs, log);
    return (
      <g key={`${log.topic}/${log.partition} ${log.broker}`} transform={`translate(0 ${at})`}>
        <Log end={log} log={current} {...{ room, numbers, width, step: (width - left - numbers - 12) / longest }} />
      </g>
    );
  });
  return (
    <svg width={width} height={y} aria-hidden="true">
      {drawn}
    </svg>
  );
}

interface LogProps {
  readonly log: BatchedLog | undefined;
  readonly end: BatchedLog;
  readonly room: number;
  readonly numbers: number;
  readonly width: number;
  /** Px for a byte. */
  readonly step: number;
}

function Log({ log, end, room, numbers, width, step }: LogProps) {
  const total = log?.total;
  const shown = (log?.batches ?? []).slice(0, (total?.batches ?? 0) > room ? room - 1 : room);
  const bottom = 28 + Math.min(room, end.total.batches) * rowHeight;
  const columns = { bytes: width - numbers + 44, records: width - numbers + 102, codec: width };
  return (
    <g>
      <text className="r-head" x={0} y={14}>
        {cut(`${end.title}/${end.partition} on broker ${end.broker}`, width - numbers - 8, 13)}
      </text>
      <text className="r-dim" x={columns.bytes} y={14} textAnchor="end">
        bytes
      </text>
      <text className="r-dim" x={columns.records} y={14} textAnchor="end">
        records
      </text>
      {numbers < 160 ? null : (
        <text className="r-dim" x={columns.codec} y={14} textAnchor="end">
          codec
        </text>
      )}
      {shown.map((batch, i) => (
        <Batch key={batch.base} y={28 + i * rowHeight} {...{ batch, columns, step, narrow: numbers < 160 }} />
      ))}
      {total && total.batches > shown.length ? (
        <text className="r-dim" x={left} y={28 + shown.length * rowHeight + 13}>
          and {total.batches - shown.length} more
        </text>
      ) : null}
      <line className="r-line" x1={0} x2={width} y1={bottom + 0.5} y2={bottom + 0.5} />
      {total ? (
        <>
          <text className="r-text" x={left} y={bottom + 18}>
            {total.batches === 1 ? '1 batch' : `${total.batches} batches`}
          </text>
          <text className="r-text r-num" x={columns.bytes} y={bottom + 18} textAnchor="end">
            {total.bytes}
          </text>
          <text className="r-text r-num" x={columns.records} y={bottom + 18} textAnchor="end">
            {total.records}
          </text>
        </>
      ) : (
        <text className="r-dim" x={left} y={bottom + 18}>
          not looked at yet
        </text>
      )}
    </g>
  );
}

interface BatchProps {
  readonly batch: StoredBatch;
  readonly columns: { readonly bytes: number; readonly records: number; readonly codec: number };
  readonly y: number;
  readonly step: number;
  readonly narrow: boolean;
}

function Batch({ batch, columns, y, step, narrow }: BatchProps) {
  const range = batch.base === batch.last ? `${batch.base}` : `${batch.base}–${batch.last}`;
  return (
    <g className={batch.kind === 'marker' ? 'r-copy' : 'r-leader'}>
      <text className="r-text r-num" x={left - 10} y={y + 13} textAnchor="end">
        {cut(range, left - 10)}
      </text>
      <path
        className={batch.kind === 'marker' ? 'r-hollow' : 'r-batch'}
        d={bar(left, y + 2, Math.max(2, batch.bytes * step), 14)}
      />
      <text className="r-text r-num" x={columns.bytes} y={y + 13} textAnchor="end">
        {batch.bytes}
      </text>
      <text className="r-text r-num" x={columns.records} y={y + 13} textAnchor="end">
        {batch.records}
      </text>
      {narrow ? null : (
        <text className="r-dim" x={columns.codec} y={y + 13} textAnchor="end">
          {batch.kind === 'marker' ? 'marker' : batch.codec}
        </text>
      )}
    </g>
  );
}
