import { bytesOf, endOf, type Log, newestOf, recordsOf, type Segment, type Stored } from './log.ts';
import { dawn, day } from './stories.ts';
import { bytes, span } from './words.ts';

/** Missing offsets are drawn one by one up to this many, and counted beyond. */
const mostGaps = 12;

/** The partition's folder: a box for each segment, in it a cell for each offset that its range covers. */
export function Segments({ log, now }: { readonly log: Log; readonly now: number }) {
  return (
    <div className="pg-block">
      <p className="pg-quiet pg-clock">
        The broker’s clock: day {Math.floor((now - dawn) / day) + 1}, {new Date(now).toISOString().slice(11, 16)}
      </p>
      <ol className="pg-segments" aria-label="Segments">
        {log.segments.map((segment, i) => {
          const next = log.segments[i + 1];
          return <Box key={segment.base} segment={segment} end={next?.base ?? endOf(log)} active={!next} now={now} />;
        })}
      </ol>
    </div>
  );
}

interface BoxProps {
  readonly segment: Segment;
  readonly end: number;
  readonly active: boolean;
  readonly now: number;
}

function Box({ segment, end, active, now }: BoxProps) {
  const newest = newestOf(segment);
  return (
    <li className="pg-segment" data-active={active}>
      <div className="pg-segment-top">
        <code>…{String(segment.base).padStart(4, '0')}.log</code>
        <span>{active ? 'active' : 'closed'}</span>
      </div>
      <div className="pg-cells">{cellsOf(segment, end)}</div>
      <div className="pg-segment-foot">{newest === null ? 'empty' : `${bytes(bytesOf(segment))}, newest ${age(now - newest)}`}</div>
    </li>
  );
}

function cellsOf(segment: Segment, end: number) {
  const at = new Map(recordsOf(segment).map((record) => [record.offset, record]));
  const offsets = Array.from({ length: end - segment.base }, (_, i) => segment.base + i);
  const gone = offsets.filter((offset) => !at.has(offset)).length;
  const shown = gone > mostGaps ? offsets.filter((offset) => at.has(offset)) : offsets;
  return (
    <>
      {shown.map((offset) => {
        const record = at.get(offset);
        return record ? <Cell key={offset} record={record} /> : <Gap key={offset} offset={offset} />;
      })}
      {gone > mostGaps && <span className="pg-quiet">{gone} offsets are gone</span>}
    </>
  );
}

function Cell({ record: { offset, key, value } }: { readonly record: Stored }) {
  return (
    <span className="pg-cell" data-tombstone={value === null}>
      <b>{offset}</b> {key !== null && <>{key} </>}
      <span>{value ?? 'null'}</span>
    </span>
  );
}

function Gap({ offset }: { readonly offset: number }) {
  return (
    <span className="pg-gap" title={`offset ${offset} is gone`}>
      <span aria-hidden="true">·</span>
      <span className="pg-hidden">{offset} is gone</span>
    </span>
  );
}

function age(ms: number): string {
  if (ms < 0) return `${span(-ms)} ahead`;
  return ms === 0 ? 'just now' : `${span(ms)} old`;
}
