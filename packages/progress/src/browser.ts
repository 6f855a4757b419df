// What of a log needs neither files nor Node: a page folds and merges as the terminal does.
export { roundInWords } from './assessment.ts';
export { chainOf } from './chain.ts';
export type { Stamped } from './entry.ts';
export { type Exported, exportText, isPrivate, readExport, readExportFile } from './export.ts';
export { fold } from './fold.ts';
export { idAfter } from './id.ts';
export { merge } from './merge.ts';
export { type LessonInfo, type LessonMark, type Next, type Overview, overview, type PartInfo } from './overview.ts';
export { type Notice, type Reading, readLog } from './reading.ts';
export type { LessonState, State } from './state.ts';
