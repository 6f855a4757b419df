import { seconds, type Transaction, type TransactionLog, type Transactions, writtenTo } from '@proving/replay';
import type { Paper } from '../paper.ts';
import { cut, padEnd, padStart, wrapped } from '../text.ts';
import { letterOf } from './member-names.ts';
import { perColumn, placed, type TimeAxis, timeAxis } from './time-axis.ts';
import { isHiddenOrMarked, logLines } from './transaction-log.ts';

/**
 * Transactions as swimlanes: a lane per producer from begin to commit or abort, a mark where it sent. Under them, at the same
 * times, high watermark and last stable offset: while a transaction is open the second one stands still. Last, the log by
 * offsets, and what of it a read_committed reader gets.
 */
export function transactionsFigure(model: Transactions, until: number, paper: Paper): readonly string[] {
  const axis = axisOf(model, until, paper);
  const logs = writtenTo(model);
  const shown = logs.slice(0, mostLogs);
  return [
    `${paper.theme.strong('transactions')}   from ${seconds(begin(model))}, ${perColumn(axis)}`,
    ...lanes(model, axis, paper),
    ...shown.flatMap((log) => [...(shown.length > 1 ? [nameOf(log)] : []), ...positions(log, model, axis, paper)]),
    ...shown.flatMap((log) => ['', ...logLines(log, model, paper)]),
    ...(logs.length > mostLogs ? [`and ${logs.length - mostLogs} more partitions`] : []),
    '',
    ...legend(model, shown, paper),
  ];
}

/** For a window that is not tall enough: without the log by offsets, and at last the lanes alone. */
export function smallerTransactions(model: Transactions, until: number, paper: Paper): readonly (readonly string[])[] {
  const axis = axisOf(model, until, paper);
  const drawn = lanes(model, axis, paper);
  return [
    [
      ...drawn,
      ...writtenTo(model)
        .slice(0, 1)
        .flatMap((log) => positions(log, model, axis, paper)),
    ],
    drawn,
  ];
}

/** Where labels end and pictures begin. */
export const labelled = ({ columns }: Paper): number => (columns < 66 ? 19 : 23);
const mostLogs = 2;
/** What stands right of the axis: the end of a short last transaction, and the last of the numbers. */
const wide = 8;

function lanes({ producers }: Transactions, axis: TimeAxis, paper: Paper): readonly string[] {
  const { glyphs, theme } = paper;
  return producers.map(({ client, transactions }, i) => {
    const line = Array.from({ length: axis.length + wide }, () => ' ');
    transactions.forEach((each, n) => {
      const next = transactions[n + 1];
      drawLane(line, each, next ? axis.at(next.begun) : axis.length + wide, axis, paper);
    });
    const drawn = line.join('').trimEnd();
    const painted = drawn.replaceAll(glyphs.record, (mark) => theme.accent(mark)).replaceAll(/[✕!]/g, (mark) => theme.bad(mark));
    return `${padEnd(`${letterOf(i)}  ${cut(client, labelled(paper) - 4)}`, labelled(paper))}${painted}`;
  });
}

/**
 * A short one gets a column or two of what follows, so that its begin, its sends and its end can all be seen; where the next one
 * begins too soon for that, the end is what is kept.
 */
function drawLane(
  line: string[],
  { begun, ended, sends, outcome }: Transaction,
  before: number,
  axis: TimeAxis,
  { glyphs }: Paper,
) {
  const from = axis.at(begun);
  const least = from + (sends.length > 0 ? 2 : 1);
  const end = ended === null ? axis.length : Math.min(Math.max(least, axis.at(ended)), Math.max(from, before - 1));
  for (let column = from + 1; column < end; column++) line[column] = '─';
  line[from] = '├';
  for (const { t } of sends) {
    const at = Math.max(from + 1, Math.min(axis.at(t), end - 1));
    if (at < end) line[at] = glyphs.record;
  }
  if (outcome !== 'open') line[end] = endOf(outcome, glyphs);
}

const endOf = (outcome: Transaction['outcome'], glyphs: Paper['glyphs']) =>
  outcome === 'committed' ? glyphs.proved.slice(0, 1) : outcome === 'aborted' ? glyphs.dead : '!';

/** Two rows of numbers, each where it was first seen; dots while it stays. */
function positions({ positions: all }: TransactionLog, model: Transactions, axis: TimeAxis, paper: Paper): readonly string[] {
  const from = begin(model);
  const row = (label: string, of: (at: (typeof all)[number]) => number) => {
    const before = all.findLast(({ t }) => t <= from);
    const changes = [...(before ? [{ ...before, t: from }] : []), ...all.filter(({ t }) => t > from)].filter(
      (each, i, list) => i === 0 || of(each) !== of(list[i - 1] ?? each),
    );
    const words = changes.map((each) => ({ at: axis.at(each.t), word: String(of(each)) }));
    const now = all.at(-1);
    return `${padEnd(`   ${label}`, labelled(paper))}${placed(words, axis.length, '·')}${padStart(now ? String(of(now)) : '?', wide)}`;
  };
  return [row('high watermark', (at) => at.highWatermark), row('last stable', (at) => at.lastStable)];
}

function legend({ producers }: Transactions, logs: readonly TransactionLog[], { glyphs, columns }: Paper): readonly string[] {
  const outcomes = new Set(producers.flatMap(({ transactions }) => transactions.map(({ outcome }) => outcome)));
  const marks = [
    '├ begin',
    `${glyphs.record} sent`,
    ...(outcomes.has('committed') ? [`${endOf('committed', glyphs)} committed`] : []),
    ...(outcomes.has('aborted') ? [`${endOf('aborted', glyphs)} aborted`] : []),
    ...(outcomes.has('refused') ? ['! refused'] : []),
    ...(logs.some(isHiddenOrMarked) ? ['· marker'] : []),
  ];
  const text = marks.map((mark) => mark.replaceAll(' ', '\u00a0')).join('   ');
  return wrapped(text, columns - 4).map((line) => line.replaceAll('\u00a0', ' '));
}

function axisOf(model: Transactions, until: number, paper: Paper): TimeAxis {
  return timeAxis(begin(model), end(model, until), Math.max(8, Math.min(paper.columns - 4, 96) - labelled(paper) - wide));
}

const all = ({ producers }: Transactions) => producers.flatMap(({ transactions }) => transactions);
const begin = (model: Transactions) => Math.min(...all(model).map(({ begun }) => begun));
/** A picture ends with the last thing that happened in it, or goes on while something is open. */
const end = (model: Transactions, until: number) =>
  all(model).some(({ ended }) => ended === null)
    ? until
    : Math.max(...all(model).map(({ ended }) => ended ?? 0), ...writtenTo(model).map(({ positions: p }) => p.at(-1)?.t ?? 0));

const nameOf = ({ title, partition }: TransactionLog) => cut(`${title}/${partition}`, 40);
