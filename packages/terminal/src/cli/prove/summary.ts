import { padStart } from '../../text.ts';
import type { Call } from '../call.ts';
import { table } from '../table.ts';
import { measuredMs, type Proved, seconds, verdictInWords } from './verdict.ts';

/** A lesson's results, in the order in which they were measured. */
export interface Tally {
  readonly folder: string;
  readonly results: readonly Proved[];
}

const kinds = ['proved', 'refuted', 'unjudged', 'not-provable-here', 'could-not-run'] as const;

/** The table at the end, one line a lesson, and one line of counts. */
export function showSummary({ out }: Pick<Call, 'out'>, tallies: readonly Tally[], took: number): void {
  const all = tallies.flatMap(({ results }) => results);
  const seen = kinds.filter((kind) => kind === 'proved' || all.some(({ verdict }) => verdict.kind === kind));
  const title = (kind: (typeof kinds)[number]) => verdictInWords({ kind, because: '', fix: null });
  const count = (results: readonly Proved[], kind: string) => results.filter(({ verdict }) => verdict.kind === kind).length;
  const rows = tallies.map(({ folder, results }) => [
    folder,
    ...seen.map((kind) => padStart(String(count(results, kind) || '–'), title(kind).length)),
    padStart(seconds(results.reduce((sum, result) => sum + measuredMs(result), 0)), 7),
  ]);
  out.line();
  for (const line of table([['lesson', ...seen.map(title), padStart('time', 7)], ...rows])) out.line(`  ${line}`);
  const counts = Object.fromEntries(kinds.map((kind) => [kind, count(all, kind)]));
  // A run that never reached a cluster knows neither its version nor its driver.
  const first = all.find(({ kafka }) => kafka !== 'unknown');
  const where = first === undefined ? '' : ` on Kafka ${first.kafka} (${first.driver})`;
  out.line();
  out.line(
    `  ${seen.map((kind) => `${count(all, kind)} ${title(kind)}`).join(', ')}; ${all.length} ${all.length === 1 ? 'run' : 'runs'} in ${seconds(took)}${where}`,
  );
  out.json('counts', { counts, runs: all.length, ms: Math.round(took) });
}
