import type { Answer, Predicted, PredictionVerdict } from '@proving/spec';
import type { Split, Stop, WalkLesson } from './lesson.ts';
import type { ExperimentResult, Told } from './runner.ts';
import type { Fact, Said } from './said.ts';
import type { Seen } from './seen.ts';
import type { Watch } from './watch.ts';

/** The way through a lesson as a state. Everything that changes it is an action, everything it does to the world an effect. */
export interface Walk {
  readonly lesson: WalkLesson;
  /** Drives the order of options and the experiments. */
  readonly seed: number;
  readonly stops: readonly Stop[];
  readonly split: Split;
  /** Index into `stops`. */
  readonly at: number;
  readonly now: Now;
  /** The step whose heading stands last on the screen; 0 for the part behind the steps. */
  readonly heading: number | null;
  /** Experiments that ran in this session, by id. */
  readonly runs: Readonly<Record<string, Ran>>;
  /** Questions answered in this session, by address; the last answer. */
  readonly answers: Readonly<Record<string, Answered>>;
  /** Claims proved here before, by id. */
  readonly seen: Seen;
  /** The day of this session, `2026-11-21`. */
  readonly today: string;
  readonly exercisePassed: boolean;
  /** Whether reading and finishing are written into the log: false where nobody reads. */
  readonly counts: boolean;
  /** Whether there is anybody to ask, to offer an exercise, to point to a key. */
  readonly kind: 'lesson' | 'quiz' | 'review' | 'assess';
  /** Of which assessment this is; null elsewhere. */
  readonly assessment: Assessed | null;
  /** Counts runs, so that what an abandoned one still tells is known as such. */
  readonly run: number;
}

export interface Assessed {
  readonly part: number;
  /** All of its questions. */
  readonly of: number;
  /** What was answered before this session. */
  readonly given: readonly Given[];
}
/** An answer of an earlier session: what came of it. */
export interface Given {
  readonly address: string;
  readonly outcome: 'right' | 'wrong' | 'skipped';
}

export type Now =
  | { readonly at: 'reading' }
  | { readonly at: 'predicting'; readonly typed: string }
  | { readonly at: 'running'; readonly predicted: Predicted; readonly watch: Watch }
  | { readonly at: 'verdict' }
  | { readonly at: 'asking'; readonly typed: string }
  | { readonly at: 'sure'; readonly answer: Answer }
  | { readonly at: 'answered' }
  | { readonly at: 'exercise' }
  | { readonly at: 'finished' }
  | { readonly at: 'left' };

export interface Ran {
  readonly result: ExperimentResult;
  readonly predicted: Predicted;
  readonly prediction: PredictionVerdict | null;
  readonly lastSeen: readonly string[];
}
export interface Answered {
  readonly answer: Answer;
  readonly right: boolean;
  readonly sure: boolean | null;
  readonly beliefs: readonly string[];
  /** Whether it stands once more at the end of the set. */
  readonly returns: boolean;
}

export type Action =
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  /** Characters typed into the answer that is being given. */
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'erase' }
  | { readonly type: 'predict'; readonly predicted: Predicted }
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'sure'; readonly sure: boolean | null }
  | { readonly type: 'skip' }
  | { readonly type: 'rerun' }
  | { readonly type: 'cancel' }
  | { readonly type: 'told'; readonly run: number; readonly told: readonly Told[] }
  | { readonly type: 'ran'; readonly run: number; readonly result: ExperimentResult }
  | { readonly type: 'trace' }
  | { readonly type: 'open' }
  | { readonly type: 'exercise' }
  | { readonly type: 'help' }
  | { readonly type: 'quit' };

export type Effect =
  /** Written and flushed before anything that is said after it. */
  | { readonly do: 'append'; readonly facts: readonly Fact[] }
  | { readonly do: 'say'; readonly said: Said }
  | { readonly do: 'run'; readonly run: number; readonly experiment: string; readonly seed: number }
  | { readonly do: 'cancel'; readonly run: number }
  /** Relative to the lesson's folder. */
  | { readonly do: 'open'; readonly file: string }
  | { readonly do: 'exercise' };

export interface Moved {
  readonly walk: Walk;
  readonly effects: readonly Effect[];
}

export const stopOf = (walk: Walk): Stop | undefined => walk.stops[walk.at];
