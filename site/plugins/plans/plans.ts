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

export interface Plan extends Pick<Outline, 'id' | 'title' | 'says' | 'parts' | 'follows'> {
  readonly sessions: readonly Scheduled[];
  /** Numbers of the lessons that are here and that neither this plan nor the one it follows has. */
  readonly leavesOut: readonly string[];
}

/** @throws when a plan names a lesson that is not there */
export function plansOf(lessons: readonly LoadedLesson[]): PlansData {
  const timed = lessons.map(({ number, folder, manifest: { title, minutes } }): Timed => ({ number, folder, title, minutes }));
  const plans: Plan[] = [];
  for (const { manner, sessions, ...outline } of outlines) {
    const scheduled = sessions.map((session) => schedule(session, manner, timed));
    const taught = new Set(taughtIn(scheduled));
    const before = new Set(plans.find(({ id }) => id === outline.follows)?.leavesOut ?? timed.map(({ number }) => number));
    const leavesOut = timed.filter(({ number, folder }) => before.has(number) && !taught.has(folder));
    plans.push({ ...outline, sessions: scheduled, leavesOut: leavesOut.map(({ number }) => number) });
  }
  return {
    plans,
    sittings: sittingsOf(timed, sitting),
    sitting,
    minutes: minutesOf(timed),
  };
}

/** The folders of the lessons of some sessions, in their order. */
export const taughtIn = (sessions: readonly Scheduled[]): readonly string[] =>
  sessions.flatMap(({ rows }) => rows.flatMap(({ lesson }) => lesson ?? []));
