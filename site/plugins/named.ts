import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { allLessons, catalog, root } from './course.ts';
import type { Course } from './mentions.ts';

let kept: { readonly stamp: string; readonly course: Promise<Course> } | null = null;

/** What notes can name in the lessons of this checkout; read again when a lesson has changed. */
export async function courseHere(): Promise<Course> {
  const { findLessons } = await catalog();
  const files = (await findLessons(root)).flatMap(({ dir }) =>
    ['lesson.ts', 'quiz.ts', 'theory.md'].map((file) => join(dir, file)),
  );
  const stamp = (await Promise.all(files.map(async (file) => `${file} ${(await stat(file)).mtimeMs}`))).join();
  if (kept?.stamp !== stamp) kept = { stamp, course: read() };
  return kept.course;
}

async function read(): Promise<Course> {
  const [lessons, { parts }] = await Promise.all([allLessons(), catalog()]);
  const named = lessons.map(({ number, folder, manifest: { title, claims }, quiz, steps }) => {
    const questions = quiz.map(({ id }) => id);
    return [number, { folder, title, claims, questions, steps: steps.map((step) => step.title) }] as const;
  });
  return { last: Math.max(...parts.map(({ to }) => to)), lessons: new Map(named) };
}
