import type { Transaction, TransactionLog, Transactions } from '@proving/replay';
import { bar, cut, letterOf, round } from './figure.ts';

export const transactionLogHeight = 92;

interface Props {
  readonly end: TransactionLog;
  readonly log: TransactionLog | undefined;
  readonly model: Transactions;
  readonly left: number;
  readonly width: number;
}

/** The log by offsets: whose transaction each record came in; below it what is left for a read_committed reader. */
export function TransactionLogRows({ end, log, model, left, width }: Props) {
  const room = Math.max(8, Math.floor((width - left) / 9));
  // A log that is longer than its place is followed to where it is written.
  const to = reach(end) > room ? Math.max(room, reach(log)) : reach(end);
  const from = Math.max(0, to - room);
  const step = Math.min(22, (width - left) / Math.max(1, to - from));
  const offsets = Array.from({ length: Math.max(0, Math.min(reach(log), to) - from) }, (_, i) => from + i);
  const fates = fatesOf(model);
  const records = new Map(log?.records.map(({ offset, transaction }) => [offset, transaction]));
  const stable = log?.positions.at(-1)?.lastStable ?? 0;
  const cells = offsets.map((offset) => ({
    ...{ offset, x: left + (offset - from) * step },
    ...cellOf(records.get(offset), offset < stable, fates),
  }));
  return (
    <g>
      <text className="r-head" x={0} y={14}>
        {cut(`${end.title}/${end.partition}`, left + 60, 13)}
      </text>
      <text className="r-dim" x={width} y={14} textAnchor="end">
        offsets {from}–{Math.max(from, to - 1)}
      </text>
      <text className="r-text" x={0} y={40}>
        log
      </text>
      <text className="r-text" x={0} y={68}>
        read_committed
      </text>
      <line className="r-line" x1={left} x2={left + (to - from) * step} y1={73.5} y2={73.5} />
      {cells.map(({ offset, x, letter, readable, marker }) =>
        marker ? (
          <circle key={offset} className="r-marker" cx={round(x + step / 2 - 1)} cy={36} r={2} />
        ) : (
          <g key={offset} className={readable ? 'r-box r-was-read' : 'r-box'}>
            <rect x={round(x)} y={27} width={round(step - 2)} height={18} rx={2} />
            {step >= 12 ? (
              <text x={round(x + (step - 2) / 2)} y={40} textAnchor="middle">
                {letter}
              </text>
            ) : null}
            {readable ? <path className="r-readable" d={bar(x, 58, step - 2, 14)} /> : null}
          </g>
        ),
      )}
    </g>
  );
}

const reach = (log: TransactionLog | undefined) =>
  Math.max(log?.positions.at(-1)?.highWatermark ?? 0, (log?.records.at(-1)?.offset ?? -1) + 1);

interface Fate {
  /** Whose transaction it is, as a letter. */
  readonly letter: string;
  readonly outcome: Transaction['outcome'];
}

const fatesOf = ({ producers }: Transactions): ReadonlyMap<number, Fate> =>
  new Map(
    producers.flatMap(({ transactions }, by) =>
      transactions.map(({ index, outcome }) => [index, { letter: letterOf(by), outcome }] as const),
    ),
  );

/**
 * An offset that no client has is the marker that ends a transaction.
 * @param transaction null for a record outside of transactions, undefined where there is no record
 */
function cellOf(transaction: number | null | undefined, stable: boolean, fates: ReadonlyMap<number, Fate>) {
  if (transaction === undefined) return { marker: true, letter: '', readable: false };
  if (transaction === null) return { marker: false, letter: '', readable: stable };
  const fate = fates.get(transaction);
  return { marker: false, letter: fate?.letter ?? '?', readable: stable && fate?.outcome === 'committed' };
}
