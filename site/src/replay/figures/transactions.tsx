import { type Transaction, type TransactionLog, writtenTo } from '@proving/replay';
import type { ReactNode } from 'react';
import { bar, cut, type Drawn, letterOf, merged, round, sameLog, steps, topOf } from './figure.ts';
import { type TimeAxis, TimeAxisLine, timeAxis } from './time-axis.tsx';
import { TransactionLogRows, transactionLogHeight } from './transaction-log.tsx';

const rowHeight = 30;
const chartHeight = 72;
const mostLogs = 2;

/**
 * Transactions as swimlanes, from begin to commit or abort. Below, at the same times, high watermark and last stable offset:
 * while a transaction is open the second one stands still, and what lies between them is kept from read_committed readers.
 */
export function TransactionsFigure({ now, end, all, t, until, width }: Drawn): ReactNode {
  const left = width < 380 ? 112 : 136;
  const begin = Math.min(
    until,
    ...all.flatMap((each) => each.transactions.producers.flatMap(({ transactions }) => transactions.map(({ begun }) => begun))),
  );
  const axis = timeAxis(Math.max(0, begin - until * 0.03), until, left, width - 14);
  const lanes = end.transactions.producers;
  const logs = writtenTo(end.transactions).slice(0, mostLogs);
  const chartsAt = 28 + lanes.length * rowHeight;
  const axisAt = chartsAt + logs.length * (chartHeight + 26) + 6;
  return (
    <svg width={width} height={axisAt + 34 + logs.length * transactionLogHeight} aria-hidden="true">
      <text className="r-head" x={0} y={14}>
        transactions
      </text>
      {lanes.map(({ client }, i) => (
        <g key={client} transform={`translate(0 ${28 + i * rowHeight})`}>
          <text className="r-text" x={0} y={14}>
            {letterOf(i)} {cut(client, left - 22)}
          </text>
          <line className="r-line" x1={left} x2={width - 14} y1={10} y2={10} />
          <TransactionBars
            bars={barsOf(now.transactions.producers.find((each) => each.client === client)?.transactions ?? [], axis, t)}
          />
        </g>
      ))}
      {logs.map((log, i) => (
        <g key={`${log.topic}/${log.partition}`} transform={`translate(0 ${chartsAt + i * (chartHeight + 26)})`}>
          <Positions end={log} log={sameLog(now.transactions.logs, log)} {...{ axis, t, left }} />
        </g>
      ))}
      <TimeAxisLine axis={axis} t={t} top={24} y={axisAt} />
      {logs.map((log, i) => (
        <g key={`${log.topic}/${log.partition}`} transform={`translate(0 ${axisAt + 34 + i * transactionLogHeight})`}>
          <TransactionLogRows
            end={log}
            log={sameLog(now.transactions.logs, log)}
            model={now.transactions}
            left={left}
            width={width}
          />
        </g>
      ))}
    </svg>
  );
}

/** One transaction, or several that are too short to be told apart. Px. */
interface Bar extends Pick<Transaction, 'outcome'> {
  readonly x: number;
  readonly x1: number;
  /** Where something was sent in it. */
  readonly sends: readonly number[];
  readonly several: boolean;
}

const tooShort = 6;
const gravest: readonly Transaction['outcome'][] = ['refused', 'aborted', 'open', 'committed'];

function barsOf(transactions: readonly Transaction[], axis: TimeAxis, t: number): readonly Bar[] {
  const bars: Bar[] = [];
  for (const [i, { begun, ended, outcome, sends }] of transactions.entries()) {
    const x = axis.at(begun);
    // A producer that begins anew has no other one open, whether its end was seen or not.
    const x1 = Math.max(x + 3, axis.at(ended ?? transactions[i + 1]?.begun ?? t));
    const last = bars.at(-1);
    const sent = sends.map((each) => axis.at(each.t));
    if (last && x1 - last.x <= tooShort)
      bars[bars.length - 1] = {
        ...last,
        x1: Math.max(last.x1, x1),
        sends: [...last.sends, ...sent],
        outcome: gravest.find((each) => each === outcome || each === last.outcome) ?? outcome,
        several: true,
      };
    else bars.push({ outcome, x, x1, sends: sent, several: false });
  }
  return bars;
}

/** There can be thousands: those of one outcome are one path each for body, sends and end. */
function TransactionBars({ bars }: { bars: readonly Bar[] }) {
  return gravest.toReversed().map((outcome) => {
    const alike = bars.filter((each) => each.outcome === outcome);
    if (alike.length === 0) return null;
    const sent = alike.flatMap(({ sends }) => merged(sends.map((at) => [at, at + 2] as const)));
    const ends = alike.filter(({ several }) => !several).map(({ x1 }) => x1);
    return (
      <g key={outcome} className={`r-txn r-txn-${outcome}`}>
        <path className="r-txn-body" d={alike.map(({ x, x1 }) => bar(x, 2, x1 - x, 16)).join('')} />
        <path className="r-ticks" d={sent.map(([from, to]) => bar(from, 2, to - from, 16)).join('')} />
        {outcome === 'committed' ? (
          <path className="r-check" d={ends.map((x1) => `M${round(x1 - 4)} 10l3 4l6 -9`).join('')} />
        ) : null}
        {outcome === 'aborted' || outcome === 'refused' ? (
          <path className="r-cross" d={ends.map((x1) => `M${round(x1 - 3)} 6l8 8m0 -8l-8 8`).join('')} />
        ) : null}
      </g>
    );
  });
}

interface PositionsProps {
  readonly end: TransactionLog;
  readonly log: TransactionLog | undefined;
  readonly axis: TimeAxis;
  readonly t: number;
  readonly left: number;
}

function Positions({ end, log, axis, t, left }: PositionsProps) {
  const top = topOf(end.positions.map(({ highWatermark }) => highWatermark));
  const y = (n: number) => round(20 + chartHeight - (n / top) * (chartHeight - 14));
  const points = (of: (at: TransactionLog['positions'][number]) => number) =>
    (log?.positions ?? []).map((each) => ({ x: axis.at(each.t), y: y(of(each)) }));
  const high = points(({ highWatermark }) => highWatermark);
  const stable = points(({ lastStable }) => lastStable);
  const last = log?.positions.at(-1);
  const x1 = axis.at(t);
  const held = (log?.positions ?? []).map(({ t: from, highWatermark, lastStable }, i, all) => {
    const x = axis.at(from);
    return highWatermark > lastStable
      ? `M${round(x)} ${y(highWatermark)}H${round(axis.at(all[i + 1]?.t ?? t))}V${y(lastStable)}H${round(x)}z`
      : '';
  });
  return (
    <g>
      <text className="r-text" x={0} y={24}>
        {cut(`${end.title}/${end.partition}`, left - 8)}
      </text>
      <text className="r-text r-num" x={0} y={50}>
        high watermark {last?.highWatermark ?? ''}
      </text>
      <text className="r-accent r-num" x={0} y={70}>
        last stable {last?.lastStable ?? ''}
      </text>
      <path className="r-held" d={held.join('')} />
      <path className="r-curve" d={steps(high, x1)} />
      <path className="r-curve r-curve-accent" d={steps(stable, x1)} />
    </g>
  );
}
