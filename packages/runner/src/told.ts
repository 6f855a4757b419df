import type { ArmVerdict, Difference, DriverName, Expectation, Json, RunEvent, Trace, Verdict } from '@proving/spec';

/** What a run says while it is under way. */
export type Told =
  /** Fetching, starting, healing: words for the eye, a bar where `done` and `of` are given. */
  | { readonly type: 'progress'; readonly doing: string; readonly done?: number; readonly of?: number; readonly unit?: string }
  /** Another command has the cluster. */
  | { readonly type: 'waiting'; readonly for: string }
  | { readonly type: 'arm.started'; readonly arm: string; readonly label: string; readonly index: number; readonly of: number }
  | { readonly type: 'event'; readonly arm: string; readonly event: RunEvent }
  | { readonly type: 'arm.ended'; readonly arm: string; readonly verdict: ArmVerdict };

export interface ExperimentResult {
  readonly experiment: string;
  readonly claim: string;
  readonly verdict: Verdict;
  readonly arms: Readonly<Record<string, ArmVerdict>>;
  readonly observations: Readonly<Record<string, Json>>;
  /** What each arm that ran was expected to measure. */
  readonly expect: Readonly<Record<string, Expectation>>;
  /** From the first arm's beginning to the last one's measurement, healing between them included. */
  readonly ms: number;
  /** Of each arm, from its beginning to its measurement. */
  readonly armMs: Readonly<Record<string, number>>;
  readonly kafka: string;
  readonly driver: DriverName;
  readonly traces: readonly Trace[];
}

export interface ExerciseResult {
  readonly outcome: 'passed' | 'not-yet' | 'unjudged' | 'could-not-run';
  readonly tasks: readonly { readonly id: string; readonly title: string; readonly state: 'passed' | 'failed' | 'not-reached' }[];
  readonly failed: null | {
    readonly task: string;
    readonly title: string;
    readonly differences: readonly Difference[];
    /** The sentence meant for this mistake, where it is one that we know by sight. */
    readonly say: string | null;
    readonly mistake: string | null;
    readonly evidence: readonly string[];
  };
  /** What the check measured, as the tasks look at it; null where nothing was. */
  readonly observed: Json | null;
  /** False where the learner's file is no program that could be started: it has a mistake in its syntax, or nothing to call. */
  readonly loads?: false;
  /** The reason for anything but passed and not-yet; the original error's words kept verbatim. */
  readonly because: string | null;
  /** What the learner's own program printed. */
  readonly printed: readonly string[];
  readonly ms: number;
}
