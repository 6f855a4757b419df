import type { CohortData } from './cohort.ts';

/** The words behind the ids that a tracker shows. */
export interface TrackerData {
  /** By lesson, then by question or experiment: what was asked. */
  readonly asks: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By id: `W55`. */
  readonly beliefs: Readonly<Record<string, string>>;
}

export const trackerData = ({ lessons, beliefs }: CohortData): TrackerData => ({
  asks: Object.fromEntries(
    lessons.map(({ folder, questions, predictions }) => [
      folder,
      Object.fromEntries(Object.entries({ ...questions, ...predictions }).map(([id, { ask }]) => [id, ask])),
    ]),
  ),
  beliefs,
});
