import { inSentences } from '@proving/replay';
import type { ExperimentCard } from '@proving/spec';
import type { Paper } from '../paper.ts';
import type { WatchedArm } from '../walk/watch.ts';
import { batchesFigure, batchesInSentences, batchesLines } from './batches.ts';
import { groupTimelineFigure, groupTimelineInSentences, groupTimelineLines, isInterrupted } from './group-timeline.ts';
import { groupsFigure, groupsInSentences } from './groups.ts';
import { ladderFigure, ladderLines } from './ladder.ts';
import { lagFigure, lagInSentences, lagLines, lagNumbersFigure, moves } from './lag.ts';
import { lanesFigure, lanesInSentences } from './lanes.ts';
import { segmentsFigure, segmentsInSentences, segmentsLines } from './segments.ts';
import { hasTransactions, smallerTransactions, transactionsFigure, transactionsInSentences } from './transactions.ts';

/** A figure that has something to tell about this arm: whole, smaller and smaller, and in sentences. */
export interface Telling {
  draw(paper: Paper): readonly string[];
  smaller(paper: Paper): readonly (readonly string[])[];
  words(): readonly string[];
}

const most = 2;

/** The figures that this run calls for, the most telling first, two at most. What happened in the run decides, and nothing else. */
export function telling(arm: WatchedArm, card: Pick<ExperimentCard, 'needs'>): readonly Telling[] {
  const called = [
    // What an experiment has looked at by name is what it is about.
    ...(arm.batches.logs.length > 0 ? [batches(arm)] : []),
    ...(arm.segments.logs.length > 0 ? [segments(arm)] : []),
    ...(arm.lags.curves.some(moves) ? [lag(arm)] : []),
    ...(hasTransactions(arm.transactions) ? [transactions(arm)] : []),
    ...(arm.groupTimelines.groups.some(isInterrupted) ? [groupTimeline(arm)] : []),
    ...(hasLadder(arm, card) ? [ladder(arm)] : []),
  ];
  const numbers = arm.lags.curves.length > 0 && !arm.lags.curves.some(moves) ? [lagNumbers(arm)] : [];
  return [...(called.length > 0 ? called : [lanes(arm)]), ...numbers].slice(0, most);
}

const transactions = (arm: WatchedArm): Telling => ({
  draw: (paper) => transactionsFigure(arm.transactions, arm.t, paper),
  smaller: (paper) => smallerTransactions(arm.transactions, arm.t, paper),
  words: () => transactionsInSentences(arm.transactions),
});

const groupTimeline = (arm: WatchedArm): Telling => ({
  draw: (paper) => groupTimelineFigure(arm.groupTimelines, arm.t, paper),
  smaller: (paper) => [groupTimelineLines(arm.groupTimelines, arm.t, paper)],
  words: () => groupTimelineInSentences(arm.groupTimelines, arm.t),
});

const lag = (arm: WatchedArm): Telling => ({
  draw: (paper) => lagFigure(arm.lags, arm.t, paper),
  smaller: (paper) => [lagLines(arm.lags, paper)],
  words: () => lagInSentences(arm.lags),
});

const lagNumbers = (arm: WatchedArm): Telling => ({
  draw: (paper) => lagNumbersFigure(arm.lags, paper),
  smaller: (paper) => [lagLines(arm.lags, paper)],
  words: () => lagInSentences(arm.lags),
});

const segments = (arm: WatchedArm): Telling => ({
  draw: (paper) => segmentsFigure(arm.segments, paper),
  smaller: (paper) => [segmentsLines(arm.segments, paper)],
  words: () => segmentsInSentences(arm.segments),
});

const batches = (arm: WatchedArm): Telling => ({
  draw: (paper) => batchesFigure(arm.batches, paper),
  smaller: (paper) => [batchesLines(arm.batches, paper)],
  words: () => batchesInSentences(arm.batches),
});

const ladder = (arm: WatchedArm): Telling => ({
  draw: (paper) => ladderFigure(arm.ladder, paper),
  smaller: (paper) => [ladderLines(arm.ladder, paper)],
  words: () => inSentences(arm.ladder),
});

const lanes = (arm: WatchedArm): Telling => ({
  draw(paper) {
    const drawn = lanesFigure(arm.lanes, arm.groups, paper);
    const groups = groupsFigure(arm.groups, paper);
    return drawn.length > 0 && groups.length > 0 ? [...drawn, '', ...groups] : [...drawn, ...groups];
  },
  smaller: (paper) => [lanesFigure(arm.lanes, arm.groups, paper).slice(0, 8)],
  words: () => [...lanesInSentences(arm.lanes, arm.groups), ...groupsInSentences(arm.groups)],
});

/** Replicas are drawn where they are what the run is about: brokers are hurt in it, or a copy is out of sync. */
function hasLadder({ ladder }: WatchedArm, { needs }: Pick<ExperimentCard, 'needs'>): boolean {
  const partitions = ladder.topics.flatMap((topic) => topic.partitions);
  if (partitions.length === 0 || partitions.length > 6) return false;
  const copies = partitions.flatMap((partition) => partition.replicas);
  return needs.includes('kill') || needs.includes('freeze') || copies.some((copy) => copy.role === 'out of sync');
}
