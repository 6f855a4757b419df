export { openExercise } from './open/exercise.ts';
export type { ExerciseOptions, Mode, OpenOptions, WalkOptions } from './open/options.ts';
export { openLesson, openQuiz } from './open/walk.ts';
export { type Paper, paperOf } from './paper.ts';
export type { Runner } from './walk/runner.ts';
