import type { GroupTimeline } from './group-timelines.ts';
import type { Ladder } from './ladder.ts';
import type { LagCurve } from './lags.ts';
import { isFlow } from './letters.ts';
import type { Views } from './views.ts';

/** The ways to look at a run that there is a figure for. */
export type Lens =
  | 'batches'
  | 'segments'
  | 'dead-letter flow'
  | 'windows'
  | 'join'
  | 'lag'
  | 'transactions'
  | 'group timeline'
  | 'replicas'
  | 'lanes'
  | 'lag numbers';

/**
 * The figures that a run calls for, the most telling first; lanes where nothing else does. What happened in the run decides.
 * @param hurt whether something is done to brokers in it
 */
export function lensesOf(model: Views, hurt: boolean): readonly Lens[] {
  const moving = model.lags.curves.some(moves);
  const called: readonly Lens[] = [
    // What an experiment has looked at by name is what it is about.
    ...(model.batches.logs.length > 0 ? (['batches'] as const) : []),
    ...(model.segments.logs.length > 0 ? (['segments'] as const) : []),
    ...(isFlow(model.letters) ? (['dead-letter flow'] as const) : []),
    ...(model.windows.tasks.length > 0 ? (['windows'] as const) : []),
    ...(model.joins.tasks.length > 0 ? (['join'] as const) : []),
    ...(moving ? (['lag'] as const) : []),
    ...(model.transactions.producers.length > 0 ? (['transactions'] as const) : []),
    ...(model.groupTimelines.groups.some(isInterrupted) ? (['group timeline'] as const) : []),
    ...(hasLadder(model.ladder, hurt) ? (['replicas'] as const) : []),
  ];
  const numbers = model.lags.curves.length > 0 && !moving ? (['lag numbers'] as const) : [];
  return [...(called.length > 0 ? called : (['lanes'] as const)), ...numbers];
}

/** A curve is worth drawing when there is one: the lag was seen to grow or to fall. */
export const moves = ({ points }: LagCurve): boolean => new Set(points.flatMap(({ lag }) => lag ?? [])).size > 1;

/** Only what was interrupted is worth a picture over time: a partition that had been read rests, or has changed hands. */
export function isInterrupted({ partitions, present }: GroupTimeline): boolean {
  return partitions.some(({ spans }) =>
    spans.some(({ delivered, until }, i) => delivered > 0 && until !== null && (i + 1 < spans.length || present.length > 0)),
  );
}

/** Replicas are drawn where they are what the run is about: brokers are hurt in it, or a copy is out of sync. */
function hasLadder({ topics }: Ladder, hurt: boolean): boolean {
  const partitions = topics.flatMap((topic) => topic.partitions);
  if (partitions.length === 0 || partitions.length > 6) return false;
  return hurt || partitions.some(({ replicas }) => replicas.some((copy) => copy.role === 'out of sync'));
}
