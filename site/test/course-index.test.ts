import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { allLessons } from '../plugins/course.ts';
import { indexed } from '../plugins/course-pages.ts';

const bytes = (value: unknown) => gzipSync(JSON.stringify(value)).length;

// Every page carries the index: what grows in it with each lesson is paid on each page.
it('a lesson makes the index that every page carries less than 60 compressed bytes heavier', async () => {
  const lessons = (await allLessons()).map(indexed);
  const half = lessons.slice(0, lessons.length / 2);
  expect(half.length).toBeGreaterThan(5);
  expect((bytes(lessons) - bytes(half)) / (lessons.length - half.length)).toBeLessThan(60);
});
