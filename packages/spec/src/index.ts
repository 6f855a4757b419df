export { type Address, parseAddress } from './address.ts';
export {
  type BrokerId,
  brokerId,
  type DriverName,
  driverNames,
  type Power,
  powers,
  type Service,
  type Shape,
  services,
  shapes,
} from './cluster.ts';
export {
  type ChangeRow,
  type Compatibility,
  type Level,
  levels,
  parseCompatibility,
  type SchemaFormat,
} from './compatibility.ts';
export { type Duration, ms } from './duration.ts';
export { Plain, Unreadable } from './errors.ts';
export {
  type BrokerState,
  brokerStates,
  type Failure,
  foundAtMost,
  type Observation,
  type PartitionState,
  type RunEvent,
  type RunEventOf,
  runEvent,
  type Snapshot,
  type StoredBatch,
  type StoredSegment,
} from './events.ts';
export {
  anything,
  atLeast,
  atMost,
  between,
  type Difference,
  differences,
  type Expectation,
  fits,
  inWords,
  isMatcher,
  type Matcher,
  matching,
  misfits,
  not,
  oneOf,
} from './expectation.ts';
export { provingHome } from './home.ts';
export type { Json } from './json.ts';
export { type LedgerLine, ledgerLine, parseLedger } from './ledger.ts';
export { type ExperimentCard, type Lesson, lesson, type RevisionCard, servicesOf } from './lesson.ts';
export {
  fieldOf,
  judgePrediction,
  type Predicted,
  type Prediction,
  type PredictionOption,
  type PredictionVerdict,
} from './prediction.ts';
export { type Fact, type ProgressEntry, progressEntry } from './progress-entry.ts';
export { type Answer, judgeAnswer, type Question, type Quiz, type QuizOption, quiz } from './quiz.ts';
export { withSeen } from './seen.ts';
export { parseTrace, type Trace, type TraceHeader, traceHeader, writeTrace } from './trace.ts';
export { type ArmVerdict, type ExitCode, exitCodeOf, exitCodeOfAll, exitCodes, type Verdict, verdictKinds } from './verdict.ts';
