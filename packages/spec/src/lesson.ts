import type { Power, Service, Shape } from './cluster.ts';
import type { Duration } from './duration.ts';
import type { Prediction } from './prediction.ts';

/**
 * The manifest of one lesson: pure data, in `lesson.ts`. Number and slug come from the folder's name and stand nowhere else.
 * A claim's text has its one home here; theory, quiz, experiments and notes cite its id.
 */
export interface Lesson {
  readonly title: string;
  /** The question the lesson answers, in a learner's words. */
  readonly question: string;
  readonly part: number;
  /** How long a first walk takes, exercise included. */
  readonly minutes: number;
  /** Folders of the lessons that this one builds on. */
  readonly after: readonly string[];
  /** `services`: what runs beside the brokers, started when the lesson is opened. Default: nothing. */
  readonly cluster: { readonly shape: Shape; readonly services?: readonly Service[] };
  readonly claims: Readonly<Record<string, string>>;
  /** By file name without `.ts`, in the order in which the theory runs them. */
  readonly experiments: Readonly<Record<string, ExperimentCard>>;
  /** Ids of `notes/stale-beliefs.md`. */
  readonly refutes: readonly string[];
  readonly card: RevisionCard;
}

/** What is said about an experiment before and after it runs. The experiment itself is code, in `experiments/`. */
export interface ExperimentCard {
  readonly title: string;
  /** The claim it proves; the experiment file names it too, and the check compares them. */
  readonly proves: string;
  /** How each arm is called in figures and tables, in the setting's own words: `{ treatment: 'acks=all', control: 'acks=1' }`. */
  readonly arms: Readonly<Record<string, string>> & { readonly treatment: string };
  /** The question that stands before the run, and how its answer is judged by this run's own measurement. */
  readonly ask: string;
  readonly predict: Prediction;
  /** What the cluster must be able to do to us. Anything in here takes the cluster alone while an arm runs. */
  readonly needs: readonly Power[];
  /** What runs beside the brokers for this one, besides what the whole lesson has; started when it is run. Default: nothing. */
  readonly services?: readonly Service[];
  /** The longest that one arm may take before it counts as "could not judge". */
  readonly budget: Duration;
}

/** One page to come back to before an interview. The claims and the drawing's caption are added from the lesson itself. */
export interface RevisionCard {
  /** A drawing in text, at most 64 columns wide. */
  readonly drawing: string;
  /** Up to four settings or commands worth knowing by heart, each with what it does. */
  readonly remember: Readonly<Record<string, string>>;
  /** What to say when asked about it, in three or four sentences. */
  readonly interview: string;
}

/** What runs beside the brokers for an experiment; without one, for the lesson as a whole: its exercise, and its first page. */
export function servicesOf({ cluster, experiments }: Lesson, experiment?: string): readonly Service[] {
  const own = experiment === undefined ? undefined : experiments[experiment];
  return [...new Set([...(cluster.services ?? []), ...(own?.services ?? [])])];
}

/** Declares a lesson; keeps the ids of claims and experiments as literal types, so a typo in a citation is a type error. */
export function lesson<const L extends Lesson>(manifest: L): L {
  return manifest;
}
