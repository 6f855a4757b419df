import { usePluginData } from '@docusaurus/useGlobalData';
import type { CourseIndex } from '../plugins/course-pages.ts';

/** The small index of the course that every page has: its lessons, parts and versions. */
export const useCourse = (): CourseIndex => usePluginData('course-pages') as CourseIndex;
