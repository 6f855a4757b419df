export { type Finding, findingError, findingText } from './finding.ts';
export { findLessons, type LessonFolder } from './folder.ts';
export { regionOf } from './include.ts';
export { checkLesson, type LoadedLesson, type LoadOptions, loadLesson } from './load.ts';
export { type Part, parts } from './part.ts';
export { lessonOf, type Place } from './place.ts';
export { type Resolved, resolveLesson, UnknownLesson } from './resolve.ts';
export type { Block, Step } from './theory.ts';
export { wordsOf } from './words.ts';
