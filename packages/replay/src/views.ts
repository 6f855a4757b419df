import { type Batches, batches } from './batches.ts';
import { foldOf } from './fold.ts';
import { type GroupTimelines, groupTimelines } from './group-timelines.ts';
import { type Groups, groups } from './groups.ts';
import { type Joins, joins } from './joins.ts';
import { type Ladder, ladder } from './ladder.ts';
import { type Lags, lags } from './lags.ts';
import { type Lanes, lanes } from './lanes.ts';
import { type Letters, letters } from './letters.ts';
import { type Segments, segments } from './segments.ts';
import { type Timeline, timeline } from './timeline.ts';
import { type Transactions, transactions } from './transactions.ts';
import { type Windows, windows } from './windows.ts';

/** Everything that can be seen of a run, folded together: whoever draws it picks what the run calls for. */
export interface Views {
  readonly ladder: Ladder;
  readonly lanes: Lanes;
  readonly groups: Groups;
  readonly groupTimelines: GroupTimelines;
  readonly transactions: Transactions;
  readonly lags: Lags;
  readonly letters: Letters;
  readonly windows: Windows;
  readonly joins: Joins;
  readonly segments: Segments;
  readonly batches: Batches;
  readonly timeline: Timeline;
}

const nothing: Views = {
  ladder: ladder.initial,
  lanes: lanes.initial,
  groups: groups.initial,
  groupTimelines: groupTimelines.initial,
  transactions: transactions.initial,
  lags: lags.initial,
  letters: letters.initial,
  windows: windows.initial,
  joins: joins.initial,
  segments: segments.initial,
  batches: batches.initial,
  timeline: timeline.initial,
};

export const views = foldOf<Views>(nothing, (model, event) => ({
  ladder: ladder.step(model.ladder, event),
  lanes: lanes.step(model.lanes, event),
  groups: groups.step(model.groups, event),
  groupTimelines: groupTimelines.step(model.groupTimelines, event),
  transactions: transactions.step(model.transactions, event),
  lags: lags.step(model.lags, event),
  letters: letters.step(model.letters, event),
  windows: windows.step(model.windows, event),
  joins: joins.step(model.joins, event),
  segments: segments.step(model.segments, event),
  batches: batches.step(model.batches, event),
  timeline: timeline.step(model.timeline, event),
}));
