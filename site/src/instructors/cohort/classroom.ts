import type { Exported } from '@proving/progress/browser';
import {
  type AssessmentRow,
  assessmentsOf,
  type Cell,
  cellOf,
  type Learner,
  learnersOf,
  type Missed,
  missed,
  type Stuck,
  stuck,
  tables,
} from '@proving/progress/cohort';

/** A class as the page shows it: what `pnpm cohort import` says of the same files. */
export interface Classroom {
  readonly rows: readonly LearnerRow[];
  readonly assessments: readonly AssessmentRow[];
  readonly missed: readonly Missed[];
  readonly stuck: readonly Stuck[];
  /** The files of `pnpm cohort import --to`, by name. */
  readonly csv: ReturnType<typeof tables>;
}

/** A learner and the cells of all lessons, in the lessons' order. */
export interface LearnerRow {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly finished: number;
  readonly minutes: number;
  /** Lines that are not what was once written. */
  readonly edited: number;
  /** `2026-11-20`; empty for an empty log. */
  readonly last: string;
}

/**
 * Files as a class. A class of two hundred is a second's work; it is done in pieces, so that the page goes on answering.
 * @param tell how many learners are done
 */
export async function classroomOf(
  files: readonly Exported[],
  lessons: readonly { readonly folder: string }[],
  now: Date,
  tell: (done: number, of: number) => void,
): Promise<Classroom> {
  const byName = [...Map.groupBy(files, ({ header }) => header.name).values()];
  const learners: Learner[] = [];
  let paused = performance.now();
  for (const own of byName) {
    learners.push(...learnersOf(own));
    if (performance.now() - paused < 40) continue;
    tell(learners.length, byName.length);
    await aTaskLater();
    paused = performance.now();
  }
  learners.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const wrong = missed(learners);
  return {
    rows: learners.map((learner) => rowOf(learner, lessons)),
    assessments: assessmentsOf(learners),
    missed: wrong,
    stuck: stuck(learners, now),
    csv: tables(learners, lessons, wrong, null),
  };
}

function rowOf(learner: Learner, lessons: readonly { readonly folder: string }[]): LearnerRow {
  const cells = lessons.map(({ folder }) => cellOf(learner, folder));
  return {
    name: learner.name,
    cells,
    finished: cells.filter(({ mark }) => mark === 'finished').length,
    minutes: cells.reduce((sum, { minutes }) => sum + minutes, 0),
    edited: learner.edited,
    last: learner.last?.slice(0, 10) ?? '',
  };
}

/** Lets the browser draw and answer; unlike a frame it comes in a tab that nobody looks at, too. */
const aTaskLater = () =>
  new Promise<void>((come) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      come();
    };
    port2.postMessage(null);
  });
