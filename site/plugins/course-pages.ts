import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from '@docusaurus/types';
import type { LoadedLesson } from '@proving/catalog';
import type { LedgerLine } from '@proving/spec';
import { allLessons, catalog, compatibilityFile, kafkaVersion, ledger, ledgerFile, root } from './course.ts';
import { cardsData } from './data/cards.ts';
import { claimsData } from './data/claims.ts';
import { cohortData } from './data/cohort.ts';
import { evolutionData } from './data/evolution.ts';
import { homeData } from './data/home.ts';
import { interviewData, sourcesFile } from './data/interview.ts';
import { lessonClaims } from './data/lesson-claims.ts';
import { misconceptionsData } from './data/misconceptions.ts';
import { sharedClusterData } from './data/shared-cluster.ts';
import { trackerData } from './data/tracker.ts';
import { plansOf } from './plans/plans.ts';

/** What every page knows: enough for a map and a helpful 404; about 60 bytes a lesson on the wire. What one page needs is its own data. */
export interface CourseIndex {
  /** Of the course, as the progress log stamps it. */
  readonly version: string;
  readonly kafka: string;
  readonly parts: readonly { readonly number: number; readonly numeral: string; readonly title: string }[];
  readonly lessons: readonly IndexedLesson[];
}

export interface IndexedLesson {
  readonly number: string;
  readonly folder: string;
  readonly title: string;
  readonly question: string;
  readonly part: number;
  readonly minutes: number;
}

interface Content {
  readonly lessons: readonly LoadedLesson[];
  readonly lines: readonly LedgerLine[];
  readonly index: CourseIndex;
}

/** The pages that are not Markdown: home, ledger of claims, cards, tracker. Each gets its data as a chunk of its own. */
export default function coursePages(): Plugin {
  return {
    name: 'course-pages',
    getPathsToWatch: () => [
      join(root, 'lessons/*/{lesson,quiz}.ts'),
      join(root, 'lessons/*/experiments/*.ts'),
      ledgerFile,
      sourcesFile,
      compatibilityFile,
    ],
    async loadContent(): Promise<Content> {
      const [lessons, lines, kafka, { parts }] = await Promise.all([allLessons(), ledger(), kafkaVersion(), catalog()]);
      const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
      return { lessons, lines, index: { version, kafka, parts, lessons: lessons.map(indexed) } };
    },
    async contentLoaded({ content, actions }) {
      const { lessons, lines, index } = content as Content;
      actions.setGlobalData(index);
      const page = async (path: string, component: string, name: string, data: unknown) => {
        const file = await actions.createData(`${name}.json`, JSON.stringify(data));
        actions.addRoute({
          path,
          component: join(__dirname, '..', 'src', component),
          exact: true,
          modules: { data: file },
        });
      };
      const cohort = await cohortData(lessons);
      await page('/', 'home/HomePage.tsx', 'home', await homeData(lessons, lines));
      await page('/claims', 'claims/ClaimsPage.tsx', 'claims', claimsData(lessons, lines));
      await page('/cards', 'cards/CardsPage.tsx', 'cards', cardsData(lessons));
      await page('/interview', 'interview/InterviewPage.tsx', 'interview', await interviewData(lessons));
      await page('/tracker', 'tracker/TrackerPage.tsx', 'tracker', trackerData(cohort, lessons));
      await page('/playgrounds/partitioner', 'playground-pages/PartitionerPage.tsx', 'partitioner', {});
      await page('/playgrounds/durability', 'playground-pages/DurabilityPage.tsx', 'durability', {});
      await page('/playgrounds/storage', 'playground-pages/StoragePage.tsx', 'storage', {});
      await page('/playgrounds/batches', 'playground-pages/BatchesPage.tsx', 'batches', {});
      await page('/playgrounds/windows', 'playground-pages/WindowsPage.tsx', 'windows', {});
      await page('/playgrounds/evolution', 'playground-pages/EvolutionPage.tsx', 'evolution', await evolutionData());
      await page('/instructors', 'instructors/PlansPage.tsx', 'plans', plansOf(lessons));
      await page(
        '/instructors/misconceptions',
        'instructors/MisconceptionsPage.tsx',
        'misconceptions',
        await misconceptionsData(lessons),
      );
      await page(
        '/instructors/shared-cluster',
        'instructors/SharedClusterPage.tsx',
        'shared-cluster',
        await sharedClusterData(lessons),
      );
      await page('/instructors/cohort', 'instructors/CohortPage.tsx', 'cohort', cohort);
      for (const lesson of lessons)
        await page(
          `/claims/${lesson.folder}`,
          'claims/LessonClaimsPage.tsx',
          `claims-${lesson.folder}`,
          await lessonClaims(lesson, lines),
        );
    },
  };
}

/** What every page says of a lesson. */
export const indexed = ({ number, folder, manifest }: LoadedLesson): IndexedLesson => ({
  number,
  folder,
  title: manifest.title,
  question: manifest.question,
  part: manifest.part,
  minutes: manifest.minutes,
});
