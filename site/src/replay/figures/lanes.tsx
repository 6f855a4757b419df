import {
  foundText,
  isFound,
  isUnseen,
  type Lane,
  type LaneRecord,
  type LaneTopic,
  numberOf,
  ownersOf,
  readText,
  type Views,
} from '@proving/replay';
import type { ReactNode } from 'react';
import { bar, cut, type Drawn, round, topOf } from './figure.ts';

const left = 30;
const right = 48;

/** Partition lanes: the records of each partition at their offsets. Hollow: in the log. Full: somebody has read it. */
export function LanesFigure({ now, end, all, width }: Drawn): ReactNode {
  const topics = end.lanes.topics.filter((topic) => topic.lanes.length > 0);
  if (topics.length === 0) return <Nothing width={width} />;
  const longest = topOf(all.flatMap((each) => each.lanes.topics.flatMap((topic) => topic.lanes.map(spanOf))));
  const step = Math.min(28, (width - left - right) / longest);
  const rowHeight = topics.some((topic) => topic.lanes.some((lane) => wordsOf(topic, lane, end) !== '')) ? 47 : 32;
  let y = 0;
  const drawn = topics.map((topic) => {
    const at = y;
    y += 28 + topic.lanes.length * rowHeight + 8;
    const current = now.lanes.topics.find((each) => each.topic === topic.topic);
    const notes = [topic.lanes.length === 1 ? '1 partition' : `${topic.lanes.length} partitions`, ...notesOf(current, now)].join(
      ' · ',
    );
    return (
      <g key={topic.topic} transform={`translate(0 ${at})`}>
        <text className="r-head" x={0} y={14}>
          {cut(topic.title, width - notes.length * 6.5 - 8, 13)}
        </text>
        <text className="r-dim" x={width} y={14} textAnchor="end">
          {notes}
        </text>
        {topic.lanes.map((lane, i) => {
          const is = current?.lanes.find((each) => each.partition === lane.partition);
          return (
            <LaneRow key={lane.partition} {...{ topic, lane: is, last: lane, views: now, step, width, y: 28 + i * rowHeight }} />
          );
        })}
      </g>
    );
  });
  return (
    <svg width={width} height={y} aria-hidden="true">
      {drawn}
    </svg>
  );
}

/** A client that never came to a topic: an empty place would pass for a figure that failed. */
const Nothing = ({ width }: { readonly width: number }) => (
  <svg width={width} height={28} aria-hidden="true">
    <text className="r-dim" x={0} y={14}>
      No topic was seen in this run.
    </text>
  </svg>
);

interface RowProps {
  readonly topic: LaneTopic;
  readonly lane: Lane | undefined;
  readonly last: Lane;
  readonly views: Views;
  readonly step: number;
  readonly width: number;
  readonly y: number;
}

function LaneRow({ topic, lane, last, views, step, width, y }: RowProps) {
  // A lane that forgets its oldest records moves on; any other begins where it will begin at the end.
  const base = baseOf(last.count > last.records.length ? (lane ?? last) : last);
  const sparse = isSparse(last);
  const at = (record: LaneRecord, i: number) => left + (sparse ? i : record.offset - base) * step;
  const gone = (record: LaneRecord) => record.offset < (lane?.start ?? 0);
  const records = lane?.records ?? [];
  const committed = views.groups.groups.flatMap((group) =>
    group.committed.filter((each) => each.topic === topic.topic && each.partition === last.partition),
  );
  const count = lane && isUnseen(views.lanes, topic, lane) ? '?' : lane && lane.count - records.filter(gone).length;
  return (
    <g transform={`translate(0 ${y})`}>
      <text className="r-text r-num" x={18} y={14} textAnchor="end">
        {last.partition}
      </text>
      <line className="r-line" x1={left} x2={width - right} y1={19.5} y2={19.5} />
      {step >= 9 ? (
        records.map((record, i) => <Box key={record.offset} {...{ record, gone: gone(record), step, x: at(record, i) }} />)
      ) : (
        <>
          <path
            className="r-hollow"
            d={joined(
              records.filter((each) => each.deliveredTo.length === 0 && !gone(each)),
              step,
              base,
            )}
          />
          <path
            className="r-read"
            d={joined(
              records.filter((each) => each.deliveredTo.length > 0 && !gone(each)),
              step,
              base,
            )}
          />
        </>
      )}
      {sparse
        ? null
        : [...new Set(committed.map(({ offset }) => offset))].map((offset) => (
            <path key={offset} className="r-committed" d={`M${round(left + (offset - base) * step - 1)} 21l4 6h-8z`} />
          ))}
      <text className="r-text r-num" x={width} y={14} textAnchor="end">
        {count}
      </text>
      <text className="r-dim" x={left} y={39}>
        {lane ? cut(wordsOf(topic, lane, views), width - left) : ''}
      </text>
    </g>
  );
}

function Box({ record, gone, step, x }: { record: LaneRecord; gone: boolean; step: number; x: number }) {
  const label = numberOf(record)?.slice(-4) ?? '';
  const read = record.deliveredTo.length > 0;
  const from = record.by ? `, sent by ${record.by}` : ', writer not recorded';
  const by = read ? `, read by ${record.deliveredTo.join(', ')}` : '';
  return (
    <g className={gone ? 'r-gone' : read ? 'r-box r-was-read' : isFound(record) ? 'r-box r-found' : 'r-box'}>
      <title>{`offset ${record.offset}: ${record.value ?? 'null'}${record.key === null ? '' : `, key ${record.key}`}${from}${by}`}</title>
      <rect x={round(x)} y={0} width={round(step - 2)} height={18} rx={2} />
      {!gone && step >= 9 + label.length * 6 ? (
        <text x={round(x + (step - 2) / 2)} y={13} textAnchor="middle">
          {label}
        </text>
      ) : null}
    </g>
  );
}

/** Runs of offsets as bars, for lanes with many records. */
function joined(records: readonly LaneRecord[], step: number, base: number): string {
  let d = '';
  for (let i = 0; i < records.length; ) {
    let n = i + 1;
    while (n < records.length && (records[n]?.offset ?? 0) === (records[n - 1]?.offset ?? 0) + 1) n += 1;
    const from = (records[i]?.offset ?? 0) - base;
    d += bar(left + from * step, 2, Math.max(1, (n - i) * step), 15);
    i = n;
  }
  return d;
}

const baseOf = (lane: Lane) => lane.records[0]?.offset ?? 0;
const widest = (lane: Lane) => (lane.records.at(-1)?.offset ?? -1) + 1 - baseOf(lane);
/** Where most offsets of a lane hold nothing that was seen, records stand side by side instead of at their offsets. */
const isSparse = (lane: Lane) => widest(lane) > lane.records.length * 2 + 8;
const spanOf = (lane: Lane) => (isSparse(lane) ? lane.records.length : widest(lane));

function wordsOf(topic: LaneTopic, lane: Lane, { groups }: Views): string {
  const committed = groups.groups.flatMap((group) =>
    group.committed.filter((each) => each.topic === topic.topic && each.partition === lane.partition),
  );
  const positions = committed.map(({ offset }) => `committed ${offset}`);
  return [ownersOf(topic.topic, lane.partition, groups), readText(lane), ...positions].filter(Boolean).join(' · ');
}

/** What the boxes of a topic do not say: records that nobody has looked at, or whose writer is not known, and sends without an answer. */
function notesOf(topic: LaneTopic | undefined, views: Views): readonly string[] {
  if (!topic) return [];
  const unseen = topic.lanes.some((lane) => isUnseen(views.lanes, topic, lane));
  return [unseen ? '? not looked at yet' : '', foundText(topic), ...openWords(topic, views)].filter(Boolean);
}

/** Sends that have no answer yet, and those that ended without one: their records may be in the log or not. */
function openWords({ topic }: LaneTopic, { lanes }: Views): readonly string[] {
  const open = Object.values(lanes.open).filter((send) => send.topic === topic);
  const count = (sends: typeof open) => sends.reduce((sum, { records }) => sum + records.length, 0);
  const waiting = count(open.filter(({ failed }) => failed === null));
  const failed = count(open.filter((send) => send.failed !== null));
  return [waiting > 0 ? `${waiting} without an answer yet` : '', failed > 0 ? `${failed} failed` : ''].filter(Boolean);
}
