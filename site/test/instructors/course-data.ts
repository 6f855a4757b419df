import { fileURLToPath } from 'node:url';
import { findLessons, loadLesson } from '@proving/catalog';
import { type CohortData, cohortData } from '../../plugins/data/cohort.ts';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** All lessons, as the build has them. */
export const lessonsHere = async () => Promise.all((await findLessons(root)).map((folder) => loadLesson(folder, { cache: null })));

/** What the cohort page is given. */
export const cohortOfCourse = async (): Promise<CohortData> => cohortData(await lessonsHere());
