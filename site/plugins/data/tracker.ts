import type { LoadedLesson } from '@proving/catalog';
import type { CohortData } from './cohort.ts';

/** What a tracker counts, and the words behind the ids that it shows. */
export interface TrackerData {
  readonly lessons: readonly CountedLesson[];
  /** By lesson, then by question or experiment: what was asked. */
  readonly asks: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By id: `W55`. */
  readonly beliefs: Readonly<Record<string, string>>;
}

export interface CountedLesson {
  readonly number: string;
  readonly folder: string;
  readonly title: string;
  readonly part: number;
  readonly minutes: number;
  readonly claims: readonly string[];
  readonly steps: number;
  readonly exercise: boolean;
}

export const trackerData = ({ lessons, beliefs }: CohortData, loaded: readonly LoadedLesson[]): TrackerData => ({
  lessons: loaded.map(({ number, folder, manifest: { title, part, minutes, claims }, steps, task }) => ({
    ...{ number, folder, title, part, minutes },
    claims: Object.keys(claims),
    steps: steps.length,
    exercise: task !== null,
  })),
  asks: Object.fromEntries(
    lessons.map(({ folder, questions, predictions }) => [
      folder,
      Object.fromEntries(Object.entries({ ...questions, ...predictions }).map(([id, { ask }]) => [id, ask])),
    ]),
  ),
  beliefs,
});
