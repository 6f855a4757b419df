import type { LagCurve, Lags } from '../lags.ts';
import { seconds } from '../transcript.ts';

/** How far each group is behind, in sentences. */
export function lagInSentences({ curves }: Lags): readonly string[] {
  return curves.flatMap((curve) => [
    `${lagSum(curve)}.`,
    ...curve.partitions.map(({ partition, committed, logEnd, lag }) => {
      const behind = lag === null ? '' : `, lag ${lag}`;
      return `${curve.title}/${partition}: committed ${committed ?? 'nothing'} of ${logEnd ?? 'unknown'}${behind}.`;
    }),
  ]);
}

/** A curve in one phrase: `group shop on orders: lag 3, at most 9, at 1.20 s`. */
export function lagSum({ group, title, points }: LagCurve): string {
  const top = points.reduce((a, b) => ((b.lag ?? -1) > (a.lag ?? -1) ? b : a), points[0] ?? { t: 0, lag: null });
  const now = points.at(-1)?.lag ?? null;
  const most = top.lag === null ? '' : `, at most ${top.lag}, at ${seconds(top.t)}`;
  return `group ${group} on ${title}: ${now === null ? 'nothing is committed' : `lag ${now}`}${most}`;
}
