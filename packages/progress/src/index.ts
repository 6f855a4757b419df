export { type Aliases, aliases } from './aliases.ts';
export { verifyChain } from './chain.ts';
export type { Stamped } from './entry.ts';
export { fold } from './fold.ts';
export { openProgress, type Progress } from './log.ts';
export { merge } from './merge.ts';
export { type LessonInfo, type LessonMark, type Next, type Overview, overview, type PartInfo } from './overview.ts';
export { type Notice, type Reading, readLog } from './reading.ts';
export type { Answered, Exercise, FirstAndLatest, LessonState, Prediction, Proved, Run, State, Wrong } from './state.ts';
