import type * as runner from '@proving/runner';

/** What runs experiments and judges exercises: `@proving/runner` itself, or a recording of it. */
export interface Runner {
  readonly runExperiment: typeof runner.runExperiment;
  readonly judgeExercise: typeof runner.judgeExercise;
  /** Opens the cluster while the learner still reads. */
  readonly warmUp?: typeof runner.warmUp;
  readonly coolDown?: typeof runner.coolDown;
}

export type { ExerciseResult, ExperimentResult, Superseded, Told } from '@proving/runner';
