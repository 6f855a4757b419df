export { repositoryRoot } from './bench.ts';
export {
  freshEnding,
  type IncidentResult,
  type IncidentSetting,
  loadIncident,
  type OpenIncident,
  openIncident,
} from './incident.ts';
export { type ArmOutcome, differenceInWords, judge, judgeArm } from './judge.ts';
export { type ExerciseRequest, judgeExercise, type Superseded } from './judge-exercise.ts';
export { recordProof } from './record-proof.ts';
export { repairBy } from './repair.ts';
export { type ExperimentRequest, runExperiment } from './run-experiment.ts';
export type { ExerciseResult, ExperimentResult, Told } from './told.ts';
export { coolDown, warmUp } from './warm.ts';
export { wellFormed } from './well-formed.ts';
export { judgeTasks } from './worker/judge-tasks.ts';
