import type { LoadedLesson } from '@proving/catalog';
import type { LedgerLine } from '@proving/spec';
import { standingOf } from '../proofs.ts';
import { runOf } from '../runs.ts';
import { type Film, filmOf } from './film.ts';

/** What the home page shows: one recorded experiment, and how all claims stand. */
export interface HomeData {
  readonly claims: number;
  readonly proved: number;
  readonly runs: number;
  /** Day of the newest run. */
  readonly on: string;
  readonly experiments: number;
  readonly film: Film;
}

const shown = { folder: '07-acks-and-durability', experiment: '01-leader-dies-after-ok' };

export async function homeData(lessons: readonly LoadedLesson[], lines: readonly LedgerLine[]): Promise<HomeData> {
  const standings = lessons.flatMap(({ folder, manifest }) =>
    Object.keys(manifest.claims).map((id) => standingOf(lines, folder, id)),
  );
  const lesson = lessons.find(({ folder }) => folder === shown.folder);
  if (!lesson) throw new Error(`The home page shows ${shown.folder}, and there is no such lesson`);
  return {
    claims: standings.length,
    proved: standings.filter(({ verdict }) => verdict === 'proved').length,
    runs: lines.length,
    on:
      lines
        .map(({ at }) => at.slice(0, 10))
        .toSorted()
        .at(-1) ?? '',
    experiments: lessons.reduce((sum, { manifest }) => sum + Object.keys(manifest.experiments).length, 0),
    film: await filmOf(lesson, await runOf(lesson, shown.experiment)),
  };
}
