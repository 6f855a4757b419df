import type { RunEvent } from '@proving/spec';
import { foldOf } from './fold.ts';

/** How far groups were behind over time, for every group and topic that the run looked at. */
export interface Lags {
  readonly curves: readonly LagCurve[];
  readonly titles: Readonly<Record<string, string>>;
}
export interface LagCurve {
  readonly group: string;
  readonly topic: string;
  readonly title: string;
  readonly partitions: readonly LagPartition[];
  /** The lag of all partitions together at each look that changed something, in offsets; null where nothing is committed or known. */
  readonly points: readonly { readonly t: number; readonly lag: number | null }[];
}
export interface LagPartition {
  readonly partition: number;
  readonly committed: number | null;
  readonly logEnd: number | null;
  /** Now and the most there was, in offsets; null before the first commit. */
  readonly lag: number | null;
  readonly most: number | null;
}

export const lags = foldOf<Lags>({ curves: [], titles: {} }, step);

function step(model: Lags, event: RunEvent): Lags {
  if (event.type === 'topic.created') return { ...model, titles: { ...model.titles, [event.topic]: event.title } };
  if (event.type !== 'group.lag') return model;
  const { group, topic, t } = event;
  const old = model.curves.find((curve) => curve.group === group && curve.topic === topic);
  const partitions = event.partitions.map(({ partition, committed, logEnd }) => {
    const lag = committed === null || logEnd === null ? null : Math.max(0, logEnd - committed);
    const before = old?.partitions.find((each) => each.partition === partition)?.most ?? null;
    return { partition, committed, logEnd, lag, most: larger(lag, before) };
  });
  const known = partitions.flatMap(({ lag }) => lag ?? []);
  const total = known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0);
  const points = [...(old?.points ?? []), { t, lag: total }];
  const curve = { group, topic, title: model.titles[topic] ?? topic, partitions, points };
  return { ...model, curves: old ? model.curves.map((each) => (each === old ? curve : each)) : [...model.curves, curve] };
}

const larger = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b));
