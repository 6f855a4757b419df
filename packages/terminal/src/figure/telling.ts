import { type Lens, lensesOf, lensInSentences } from '@proving/replay';
import type { ExperimentCard } from '@proving/spec';
import type { Paper } from '../paper.ts';
import type { WatchedArm } from '../walk/watch.ts';
import { batchesFigure, batchesLines } from './batches.ts';
import { groupTimelineFigure, groupTimelineLines } from './group-timeline.ts';
import { groupsFigure } from './groups.ts';
import { joinFigure, joinLines } from './join.ts';
import { ladderFigure, ladderLines } from './ladder.ts';
import { lagFigure, lagLines, lagNumbersFigure } from './lag.ts';
import { lanesFigure } from './lanes.ts';
import { lettersFigure, lettersLines } from './letters.ts';
import { segmentsFigure, segmentsLines } from './segments.ts';
import { smallerTransactions, transactionsFigure } from './transactions.ts';
import { windowsFigure, windowsLines, windowsSums } from './windows.ts';

/** A figure that has something to tell about this arm: whole, smaller and smaller, and in sentences. */
export interface Telling extends Drawing {
  words(): readonly string[];
}
interface Drawing {
  draw(paper: Paper): readonly string[];
  smaller(paper: Paper): readonly (readonly string[])[];
}

const most = 2;

/** The figures that this run calls for, the most telling first, two at most. */
export function telling(arm: WatchedArm, { needs }: Pick<ExperimentCard, 'needs'>): readonly Telling[] {
  const hurt = needs.includes('kill') || needs.includes('freeze');
  return lensesOf(arm, hurt)
    .slice(0, most)
    .map((lens) => ({ ...drawings[lens](arm), words: () => lensInSentences(lens, arm, arm.t) }));
}

const drawings: Readonly<Record<Lens, (arm: WatchedArm) => Drawing>> = {
  transactions: (arm) => ({
    draw: (paper) => transactionsFigure(arm.transactions, arm.t, paper),
    smaller: (paper) => smallerTransactions(arm.transactions, arm.t, paper),
  }),
  'group timeline': (arm) => ({
    draw: (paper) => groupTimelineFigure(arm.groupTimelines, arm.t, paper),
    smaller: (paper) => [groupTimelineLines(arm.groupTimelines, arm.t, paper)],
  }),
  lag: (arm) => ({
    draw: (paper) => lagFigure(arm.lags, arm.t, paper),
    smaller: (paper) => [lagLines(arm.lags, paper)],
  }),
  'lag numbers': (arm) => ({
    draw: (paper) => lagNumbersFigure(arm.lags, paper),
    smaller: (paper) => [lagLines(arm.lags, paper)],
  }),
  'dead-letter flow': (arm) => ({
    draw: (paper) => lettersFigure(arm.letters, paper),
    smaller: (paper) => [lettersLines(arm.letters, paper)],
  }),
  windows: (arm) => ({
    draw: (paper) => windowsFigure(arm.windows, paper),
    smaller: (paper) => [windowsLines(arm.windows, paper), windowsSums(arm.windows, paper)],
  }),
  join: (arm) => ({
    draw: (paper) => joinFigure(arm.joins, paper),
    smaller: (paper) => [joinLines(arm.joins, paper)],
  }),
  segments: (arm) => ({
    draw: (paper) => segmentsFigure(arm.segments, paper),
    smaller: (paper) => [segmentsLines(arm.segments, paper)],
  }),
  batches: (arm) => ({
    draw: (paper) => batchesFigure(arm.batches, paper),
    smaller: (paper) => [batchesLines(arm.batches, paper)],
  }),
  replicas: (arm) => ({
    draw: (paper) => ladderFigure(arm.ladder, paper),
    smaller: (paper) => [ladderLines(arm.ladder, paper)],
  }),
  lanes: (arm) => ({
    draw(paper) {
      const drawn = lanesFigure(arm.lanes, arm.groups, paper);
      const groups = groupsFigure(arm.groups, paper);
      return drawn.length > 0 && groups.length > 0 ? [...drawn, '', ...groups] : [...drawn, ...groups];
    },
    smaller: (paper) => [lanesFigure(arm.lanes, arm.groups, paper).slice(0, 8)],
  }),
};
