import type { Fact } from '@proving/spec';

type Of<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

/** What a log says about a learner: plain data, so that it can be sent to the site as it is. Times are ISO 8601. */
export interface State {
  /** By folder name: `07-acks-and-durability`; only those that were touched. */
  readonly lessons: Readonly<Record<string, LessonState>>;
  /** Where the learner was last. `step` is the one to go on with. */
  readonly last: { readonly lesson: string; readonly step: number; readonly at: string } | null;
  /** By part: `1`; only those that were begun. */
  readonly assessments: Readonly<Record<string, AssessmentState>>;
  readonly claimsProved: number;
  readonly lessonsFinished: number;
  readonly toClear: readonly Wrong[];
  /** Stale beliefs that something in `toClear` betrays; sorted, each once. */
  readonly beliefs: readonly string[];
  readonly notes: readonly { readonly at: string; readonly lesson: string | null; readonly text: string }[];
}

export interface AssessmentState {
  /** When its incident was first repaired; null as long as it never was. */
  readonly passed: string | null;
  /** How often it was looked at. */
  readonly checks: number;
  readonly at: string;
  /** In their order. Only the last one can be under way. */
  readonly rounds: readonly AssessmentRound[];
}

/** An assessment once: its questions, then its incident. */
export interface AssessmentRound {
  readonly seed: number;
  /** Its answers by lesson and question; null where the log does not say which were its own. */
  readonly questions: {
    readonly of: number;
    readonly answers: Readonly<Record<string, Of<'answer'>['outcome']>>;
  } | null;
  readonly incident: 'open' | 'repaired' | 'left';
  /** How often the incident was looked at. */
  readonly looks: number;
  /** Taken until it was looked at last. */
  readonly clues: number;
  /** The conditions that were not met then, by id. */
  readonly unmet: readonly string[];
  /** When anything last happened in it. */
  readonly at: string;
}

export interface LessonState {
  /** When it was first opened; null for a lesson that was only proved or quizzed. */
  readonly opened: string | null;
  /** When anything last happened in it. */
  readonly at: string;
  /** The steps that have been read, ascending; a reset takes back those from its step on. */
  readonly read: readonly number[];
  /** The furthest step ever read, resets or not; 0 for none. */
  readonly furthest: number;
  /** The step to go on with: behind the one read last, or where a reset went. May be one past the last step. */
  readonly current: number;
  readonly predictions: Readonly<Record<string, FirstAndLatest<Prediction>>>;
  /** The latest run of each experiment. */
  readonly experiments: Readonly<Record<string, Run>>;
  /** Claims that were seen proved, with the latest time; a later run that did not prove it does not take it away. */
  readonly claims: Readonly<Record<string, Proved>>;
  readonly answers: Readonly<Record<string, FirstAndLatest<Answered>>>;
  readonly exercise: Exercise | null;
  /** The highest rung taken, by task. */
  readonly hints: Readonly<Record<string, number>>;
  /** When it was finished; a reset opens it again. */
  readonly finished: string | null;
}

export interface FirstAndLatest<T> {
  readonly first: T;
  readonly latest: T;
}
export type Prediction = Pick<Of<'prediction'>, 'outcome' | 'said' | 'measured' | 'belief'> & { readonly at: string };
export type Answered = Pick<Of<'answer'>, 'outcome' | 'sure' | 'beliefs'> & { readonly at: string };
export type Run = Pick<Of<'experiment'>, 'claim' | 'verdict' | 'because' | 'kafka' | 'driver'> & { readonly at: string };
export type Proved = Pick<Of<'experiment'>, 'experiment' | 'kafka' | 'driver'> & { readonly at: string };

export interface Exercise {
  readonly outcome: Of<'exercise'>['outcome'];
  readonly task: string | null;
  readonly mistake: string | null;
  readonly at: string;
  /** How often it was judged. */
  readonly attempts: number;
  /** Judged "not yet" since it last passed. */
  readonly failures: number;
  /** When it first passed; null as long as it never did. */
  readonly passed: string | null;
}

/**
 * A prediction or an answer that was wrong and not yet put right. It is cleared when the same experiment was predicted right,
 * or the same question answered right, later; skipping neither makes nor clears one.
 */
export interface Wrong {
  readonly lesson: string;
  readonly what: 'prediction' | 'answer';
  /** The experiment's or the question's id. */
  readonly id: string;
  readonly at: string;
  readonly beliefs: readonly string[];
}
