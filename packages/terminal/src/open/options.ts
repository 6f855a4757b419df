import type { Progress } from '@proving/progress';
import type { DriverName } from '@proving/spec';
import type { Paper } from '../paper.ts';
import type { WalkLesson } from '../walk/lesson.ts';
import type { Runner } from '../walk/runner.ts';

/** How a walk shows itself: `accessible` asks line by line and repaints nothing, `plain` asks nothing. */
export type Mode = 'ink' | 'accessible' | 'plain' | 'json';

/** What the three doors into the screens are given. */
export interface OpenOptions {
  readonly lesson: WalkLesson;
  readonly mode: Mode;
  readonly paper: Paper;
  readonly progress: Progress;
  readonly runner: Runner;
  /** The learner's own folder, absolute; backups of exercises go there. */
  readonly home: string;
  /** Null: a fresh one, printed above the run. */
  readonly seed: number | null;
  readonly driver: DriverName | null;
  /** Fires on Ctrl-C and on signals that end the process. */
  readonly signal: AbortSignal;
  /** Default: those of the process. */
  readonly streams?: Streams;
}
export interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}
export interface WalkOptions extends OpenOptions {
  /** Where to begin; null for where the learner stopped. */
  readonly at: { readonly step: number } | { readonly question: string } | null;
  /** The path of a file with answers, for `plain` and `json`. */
  readonly answers: string | null;
}
export interface ExerciseOptions extends OpenOptions {
  /** A file to judge once in place of the learner's own, absolute. */
  readonly file: string | null;
}

/** Whether nobody is there to be asked. */
export const isAlone = ({ mode }: Pick<OpenOptions, 'mode'>): boolean => mode === 'plain' || mode === 'json';
