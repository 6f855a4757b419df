import type { LoadedLesson } from '@proving/catalog';
import { type Outline, outlines, sitting } from './outlines.ts';
import { minutesOf, type Scheduled, schedule, sittingsOf, type Timed } from './schedule.ts';

/** What the page of plans shows. */
export interface PlansData {
  readonly plans: readonly Plan[];
  /** Who learns alone: lessons by sitting. */
  readonly sittings: readonly (readonly Timed[])[];
  /** The longest sitting, in minutes. */
  readonly sitting: number;
  /** All lessons, in minutes. */
  readonly minutes: number;
}

export interface Plan extends Pick<Outline, 'id' | 'title' | 'says'> {
  readonly sessions: readonly Scheduled[];
  /** Numbers of the lessons that are here and that the plan leaves out. */
  readonly leavesOut: readonly string[];
}

/** @throws when a plan names a lesson that is not there */
export function plansOf(lessons: readonly LoadedLesson[]): PlansData {
  const timed = lessons.map(({ number, folder, manifest: { title, minutes } }): Timed => ({ number, folder, title, minutes }));
  return {
    plans: outlines.map(({ id, title, says, manner, sessions }) => {
      const scheduled = sessions.map((session) => schedule(session, manner, timed));
      const taught = new Set(scheduled.flatMap(({ rows }) => rows.flatMap(({ lesson }) => lesson ?? [])));
      const leavesOut = timed.filter(({ folder }) => !taught.has(folder)).map(({ number }) => number);
      return { id, title, says, sessions: scheduled, leavesOut };
    }),
    sittings: sittingsOf(timed, sitting),
    sitting,
    minutes: minutesOf(timed),
  };
}
