import { type KnownSegment, type SegmentedLog, seconds, segmentRange } from '@proving/replay';
import type { ReactNode } from 'react';
import { bar, boxes, cut, type Drawn, sameLog, topOf } from './figure.ts';

const left = 84;
const numbers = 108;
const rowHeight = 24;
const mostLogs = 2;
const mostRows = 12;

/** The segments of a log, a row each: boxes for the offsets that are there, gaps for those that compaction took away. */
export function SegmentsFigure({ now, end, all, width }: Drawn): ReactNode {
  const longest = topOf(
    all.flatMap((each) => each.segments.logs.flatMap((log) => log.segments.map(({ base, end: to }) => to - base))),
  );
  const step = Math.min(20, (width - left - numbers - 12) / longest);
  let y = 0;
  const drawn = end.segments.logs.slice(-mostLogs).map((log) => {
    const at = y;
    const current = sameLog(now.segments.logs, log);
    y += 34 + rowsOf(log) * rowHeight + 14;
    return (
      <g key={`${log.topic}/${log.partition} ${log.broker}`} transform={`translate(0 ${at})`}>
        <Head end={log} width={width} />
        {current ? (
          <Log log={current} {...{ step, width, room: rowsOf(log) }} />
        ) : (
          <text className="r-dim" x={0} y={50}>
            not looked at yet
          </text>
        )}
      </g>
    );
  });
  return (
    <svg width={width} height={y} aria-hidden="true">
      {drawn}
    </svg>
  );
}

/** Room for the segments of the end, and for as many again as were deleted on the way there. */
const rowsOf = ({ segments, deleted }: SegmentedLog) => Math.min(mostRows, Math.max(2, segments.length + deleted.length));

function Head({ end, width }: { end: SegmentedLog; width: number }) {
  return (
    <g>
      <text className="r-head" x={0} y={14}>
        {cut(`${end.title}/${end.partition} on broker ${end.broker}`, width - numbers - 4, 13)}
      </text>
      <text className="r-dim" x={width - 52} y={14} textAnchor="end">
        records
      </text>
      <text className="r-dim" x={width} y={14} textAnchor="end">
        bytes
      </text>
    </g>
  );
}

function Log({ log, step, width, room }: { log: SegmentedLog; step: number; width: number; room: number }) {
  const rows = [...log.deleted.map((each) => ({ deleted: each })), ...log.segments.map((each) => ({ segment: each }))];
  return (
    <g>
      {rows.slice(-room).map((row, i) => {
        const y = 28 + i * rowHeight;
        return 'segment' in row ? (
          <SegmentRow key={row.segment.base} segment={row.segment} {...{ step, width, y }} />
        ) : (
          <g key={row.deleted.base} className="r-gone">
            <text className="r-dim" x={left - 10} y={y + 13} textAnchor="end">
              {cut(segmentRange([row.deleted]), left - 10)}
            </text>
            <path d={bar(left, y + 1, Math.max(6, (row.deleted.end - row.deleted.base) * step - 2), 15)} />
            <text className="r-dim" x={width} y={y + 13} textAnchor="end">
              {cut(`deleted by ${seconds(row.deleted.t)}`, numbers + 20)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function SegmentRow({ segment, step, width, y }: { segment: KnownSegment; step: number; width: number; y: number }) {
  const { base, end, offsets, records } = segment;
  const box = { x: left - base * step, y: y + 1, step, width: step - 2, height: 15 };
  const runs = offsets ?? [[base, Math.min(end, base + records) - 1] as const];
  return (
    <g className={segment.active ? 'r-leader' : 'r-copy'}>
      <text className="r-text r-num" x={left - 10} y={y + 13} textAnchor="end">
        {cut(segmentRange([segment]), left - 10)}
      </text>
      <line className="r-line" x1={left} x2={left + Math.max(2, (end - base) * step - 2)} y1={y + 16.5} y2={y + 16.5} />
      <path className="r-full" d={runs.map(([from, to]) => boxes(from, to + 1, box)).join('')} />
      {segment.active ? (
        <text className="r-accent" x={left + (end - base) * step + 6} y={y + 13}>
          active
        </text>
      ) : null}
      <text className="r-text r-num" x={width - 52} y={y + 13} textAnchor="end">
        {segment.was > records ? `${records} of ${segment.was}` : records}
      </text>
      <text className="r-text r-num" x={width} y={y + 13} textAnchor="end">
        {segment.bytes}
      </text>
    </g>
  );
}
