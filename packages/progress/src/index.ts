export { type Aliases, aliases } from './aliases.ts';
export { roundInWords } from './assessment.ts';
export { type Certificate, type CertificateLesson, certificateOf } from './certificate/data.ts';
export { certificatePage } from './certificate/page.ts';
export { type CertificateCheck, checkCertificate } from './certificate/verify.ts';
export { verifyChain } from './chain.ts';
export type { Stamped } from './entry.ts';
export { type Exported, type ExportHeader, exportText, isPrivate, readExport, readExportFile } from './export.ts';
export { fold } from './fold.ts';
export { type BookLesson, labBook } from './lab-book.ts';
export { underLock } from './lock.ts';
export { openProgress, type Progress } from './log.ts';
export { merge } from './merge.ts';
export { type LessonInfo, type LessonMark, type Next, type Overview, overview, type PartInfo, type PartMark } from './overview.ts';
export { type Notice, type Reading, readLog } from './reading.ts';
export type {
  Answered,
  AssessmentRound,
  AssessmentState,
  Exercise,
  FirstAndLatest,
  LessonState,
  Prediction,
  Proved,
  Run,
  State,
  Wrong,
} from './state.ts';
