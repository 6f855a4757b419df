import type { Transaction, TransactionLog, Transactions } from '@proving/replay';
import type { Paper } from '../paper.ts';
import { cut, padEnd } from '../text.ts';
import { letterOf } from './member-names.ts';
import { labelled } from './transactions.ts';

/** The log by offsets: whose transaction each record came in; and under it what is left of it for a read_committed reader. */
export function logLines(log: TransactionLog, model: Transactions, paper: Paper): readonly string[] {
  const { glyphs, theme } = paper;
  const { from, to } = windowOf(log, Math.max(8, paper.columns - 4 - labelled(paper)));
  const cells = Array.from({ length: Math.max(0, to - from) }, (_, i) => cellOf(log, from + i, model, glyphs.record));
  const row = (label: string, marks: readonly string[]) =>
    `${padEnd(`   ${label}`, labelled(paper))}${marks
      .join('')
      .trimEnd()
      .replaceAll(glyphs.record, (mark) => theme.accent(mark))}`.trimEnd();
  return [
    `${theme.strong(padEnd(cut(`${log.title}/${log.partition}`, labelled(paper) - 2), labelled(paper)))}offsets ${from}–${Math.max(from, to - 1)}`,
    row(
      'log',
      cells.map(({ mark }) => mark),
    ),
    row(
      'read_committed',
      cells.map(({ mark, readable }) => (readable ? mark : ' ')),
    ),
  ];
}

/** Whether something in it is not a record for everybody. */
export const isHiddenOrMarked = ({ count, positions }: TransactionLog): boolean => (positions.at(-1)?.highWatermark ?? 0) > count;

/** The newest offsets that fit. */
function windowOf({ records, positions }: TransactionLog, room: number): { from: number; to: number } {
  const to = Math.max(positions.at(-1)?.highWatermark ?? 0, (records.at(-1)?.offset ?? -1) + 1);
  return { from: Math.max(0, to - room), to };
}

function cellOf(
  log: TransactionLog,
  offset: number,
  { producers }: Transactions,
  mark: string,
): { mark: string; readable: boolean } {
  const record = log.records.find((each) => each.offset === offset);
  if (!record) return { mark: '·', readable: false };
  const stable = offset < (log.positions.at(-1)?.lastStable ?? 0);
  if (record.transaction === null) return { mark, readable: stable };
  const is = ({ index }: Transaction) => index === record.transaction;
  const by = producers.findIndex(({ transactions }) => transactions.some(is));
  const outcome = producers[by]?.transactions.find(is)?.outcome;
  return { mark: letterOf(by), readable: stable && outcome === 'committed' };
}
