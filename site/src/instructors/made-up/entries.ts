import { chainOf, idAfter } from '@proving/progress/browser';
import type { Fact, ProgressEntry } from '@proving/spec';
import type { Dice } from './dice.ts';

interface Stamps {
  readonly device: string;
  readonly course: string;
  readonly now: Date;
  readonly dice: Dice;
}

/** Facts as lines of a log: some minutes between them, a night between lessons, a whole chain; the last one some days before `now`. */
export function entriesFrom(facts: readonly Fact[], { device, course, now, dice }: Stamps): readonly ProgressEntry[] {
  const gaps = facts.map(({ kind }) => Math.round(kind === 'lesson.opened' ? 20 * hour : (1 + 4 * dice()) * minute));
  let at = now.getTime() - Math.round(dice() * 90 * hour) - minute - gaps.reduce((sum, gap) => sum + gap, 0);
  let [id, chain] = [null as string | null, ''];
  return facts.map((fact, i) => {
    at += gaps[i] ?? 0;
    id = idAfter(id, at);
    const own = { id, at: new Date(at).toISOString(), device, course, ...fact };
    chain = chainOf(own, chain);
    return { ...own, chain } as ProgressEntry;
  });
}

const minute = 60 * 1_000;
const hour = 60 * minute;
