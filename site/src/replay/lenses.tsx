import { type Lens, lensesOf, type Views } from '@proving/replay';
import type { ReactNode } from 'react';
import { BatchesFigure } from './figures/batches.tsx';
import type { Drawn } from './figures/figure.ts';
import { changesHands, GroupTimelineFigure } from './figures/group-timeline.tsx';
import { JoinFigure } from './figures/join.tsx';
import { LadderFigure } from './figures/ladder.tsx';
import { LagFigure } from './figures/lag.tsx';
import { LanesFigure } from './figures/lanes.tsx';
import { LettersFigure } from './figures/letters.tsx';
import { SegmentsFigure } from './figures/segments.tsx';
import { TransactionsFigure } from './figures/transactions.tsx';
import { WindowsFigure } from './figures/windows.tsx';
import type { Run } from './load.ts';

export const figures: Readonly<Record<Lens, (drawn: Drawn) => ReactNode>> = {
  batches: BatchesFigure,
  segments: SegmentsFigure,
  'dead-letter flow': LettersFigure,
  windows: WindowsFigure,
  join: JoinFigure,
  lag: LagFigure,
  'lag numbers': LagFigure,
  transactions: TransactionsFigure,
  'group timeline': GroupTimelineFigure,
  replicas: LadderFigure,
  lanes: LanesFigure,
};

export const lensNames: Readonly<Record<Lens, string>> = {
  batches: 'Batches',
  segments: 'Segments',
  'dead-letter flow': 'Dead-letter flow',
  windows: 'Windows over stream time',
  join: 'Join timeline',
  lag: 'Lag',
  'lag numbers': 'Lag',
  transactions: 'Transactions',
  'group timeline': 'Owners over time',
  replicas: 'Replicas',
  lanes: 'Partitions',
};

/** What the reader of a figure must know to read it. */
export const legends: Readonly<Record<Lens, string>> = {
  batches: 'One bar for each batch, as long as its bytes on disk.',
  segments: 'One row for each segment file. A gap is an offset that compaction took away.',
  'dead-letter flow':
    'A row for each record that was set aside or stands still: the offsets where it lies, topic by topic. Full: set aside there.',
  windows:
    'A bar is a window with its count, a tick a record where it happened, ✕ one that was dropped. Shaded: what ends here is over; dotted: the grace. A dashed bar: nothing said yet.',
  join: 'Lines join records that met; ? met nobody. @ is when it happened, in seconds. Shaded around an order: how near is near enough.',
  lag: 'Lag: how many records are still to be read.',
  'lag numbers': 'Lag: how many records are still to be read.',
  transactions:
    '✓ committed, ✕ aborted or refused, • the marker that ends a transaction. Shaded: kept from read_committed readers.',
  'group timeline': 'A bar is begun by its owner’s letter; a tick is a delivery. A dotted line: nobody read the partition.',
  replicas: '● leader, ○ follower in sync, ◌ out of sync, ✕ dead. Full boxes are below the high watermark, hollow ones above it.',
  lanes:
    'A hollow box is a record in the log, a full one has been read, a dashed one was found there: its writer was not recorded. ▴ committed offset.',
};

/** The ways to look at these runs, the most telling first. Each has the same, or they could not be compared. */
export function lensesFor(runs: readonly Run[]): readonly Lens[] {
  const called = runs.map((run) => lensesOf(run.end, run.reel.events.some(hurts)));
  const longest = [...called].sort((a, b) => b.length - a.length)[0] ?? [];
  const all = [...longest, ...called.flat()].filter((lens) => lens !== 'lanes');
  const lanes = runs.some(({ end }) => end.lanes.topics.some((topic) => topic.lanes.some(({ count }) => count > 0)));
  const owners = runs.some(({ end }) => end.groupTimelines.groups.some(changesHands)) ? (['group timeline'] as const) : [];
  const copies = runs.some(({ end }) => holdsRecords(end)) ? (['replicas'] as const) : [];
  const found = [...all, ...(lanes ? (['lanes'] as const) : []), ...owners, ...copies];
  return [...new Set(found.length > 0 ? found : (['lanes'] as const))];
}

const hurts = (event: Run['reel']['events'][number]) =>
  event.type === 'fault.injected' && event.brokers.length > 0 && event.fault !== 'proxy';

/** Whether a run has anything to show there. */
export function has(lens: Lens, end: Views): boolean {
  switch (lens) {
    case 'batches':
      return end.batches.logs.length > 0;
    case 'segments':
      return end.segments.logs.length > 0;
    case 'dead-letter flow':
      return end.letters.records.length > 0;
    case 'windows':
      return end.windows.tasks.length > 0;
    case 'join':
      return end.joins.tasks.length > 0;
    case 'lag':
    case 'lag numbers':
      return end.lags.curves.length > 0;
    case 'transactions':
      return end.transactions.producers.length > 0;
    case 'group timeline':
      return end.groupTimelines.groups.some(({ partitions }) => partitions.length > 0);
    case 'replicas':
      return end.ladder.topics.some(({ partitions }) => partitions.length > 0);
    case 'lanes':
      return end.lanes.topics.some(({ lanes }) => lanes.length > 0);
  }
}

const mostLadders = 6;
function holdsRecords({ ladder }: Views): boolean {
  const all = ladder.topics.flatMap(({ partitions }) => partitions);
  return all.length <= mostLadders && all.some(({ replicas }) => replicas.some(({ logEnd }) => (logEnd ?? 0) > 0));
}
