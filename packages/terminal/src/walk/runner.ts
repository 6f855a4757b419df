import type { ArmVerdict, Difference, DriverName, Json, RunEvent, Trace, Verdict } from '@proving/spec';
import type { WalkLesson } from './lesson.ts';

/** What a run tells while it goes. */
export type Told =
  /** Installing, fetching, starting brokers. */
  | {
      readonly type: 'progress';
      readonly doing: string;
      readonly done?: number;
      readonly of?: number;
      readonly unit?: string;
    }
  /** Another command holds the cluster. */
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
  readonly ms: number;
  readonly kafka: string;
  readonly driver: DriverName;
  readonly traces: readonly Trace[];
}

export interface ExerciseResult {
  readonly outcome: 'passed' | 'not-yet' | 'unjudged' | 'could-not-run';
  readonly tasks: readonly TaskState[];
  /** The first task that failed, with its evidence; null when none did. */
  readonly failed: FailedTask | null;
  /** Why there is no judgement, or none of the learner's making. */
  readonly because: string | null;
  /** What the learner's own program printed. */
  readonly printed: readonly string[];
  readonly ms: number;
}
export interface TaskState {
  readonly id: string;
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'not-reached';
}
export interface FailedTask {
  readonly task: string;
  readonly title: string;
  readonly differences: readonly Difference[];
  readonly say: string | null;
  readonly mistake: string | null;
  readonly evidence: readonly string[];
}

type LessonFiles = Pick<WalkLesson, 'folder' | 'dir' | 'manifest'>;

/** What runs experiments and judges exercises: `@proving/runner`, or a recording of it in a test. */
export interface Runner {
  /** @throws {Plain} */
  runExperiment(
    request: {
      readonly lesson: LessonFiles;
      readonly experiment: string;
      readonly seed?: number;
      readonly driver?: DriverName;
      readonly signal?: AbortSignal;
    },
    told: (told: Told) => void,
  ): Promise<ExperimentResult>;
  /** @throws {Plain} */
  judgeExercise(
    request: { readonly lesson: LessonFiles; readonly file: string; readonly signal?: AbortSignal; readonly seed?: number },
    told: (told: Told) => void,
  ): Promise<ExerciseResult>;
}
