import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from '@docusaurus/types';
import { allLessons, catalog, root } from './course.ts';
import { kept, stampOf } from './kept.ts';
import type { Course, Named } from './mentions.ts';

/** What notes can name, as the last change of a lesson left it: a note is made again when this file changes, not with every lesson. */
export const namedFile = join(__dirname, '..', '.docusaurus', 'named', 'default', 'named.json');

/** Writes `namedFile`. Docusaurus leaves it alone while its text would be the same. */
export default function named(): Plugin {
  return {
    name: 'named',
    getPathsToWatch: () => [join(root, 'lessons/*/{lesson,quiz}.ts'), join(root, 'lessons/*/theory.md')],
    async contentLoaded({ actions }) {
      const { last, lessons } = await courseHere();
      await actions.createData('named.json', { last, lessons: [...lessons] } satisfies Written);
    },
  };
}

/** What notes can name in the lessons of this checkout. */
export async function courseHere(): Promise<Course> {
  const [lessons, { parts }] = await Promise.all([allLessons(), catalog()]);
  const named = lessons.map(({ number, folder, manifest: { title, claims }, quiz, steps }) => {
    const questions = quiz.map(({ id }) => id);
    return [number, { folder, title, claims, questions, steps: steps.map((step) => step.title) }] as const;
  });
  return { last: Math.max(...parts.map(({ to }) => to)), lessons: new Map(named) };
}

/** The same, as it was written last. */
export const courseWritten = () => written.get();

const written = kept(
  () => stampOf([namedFile]),
  async (): Promise<Course> => {
    const { last, lessons } = JSON.parse(await readFile(namedFile, 'utf8')) as Written;
    return { last, lessons: new Map(lessons) };
  },
);

interface Written {
  readonly last: number;
  readonly lessons: readonly (readonly [string, Named])[];
}
