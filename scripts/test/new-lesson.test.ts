import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dependencies } from '../check/dependencies.ts';
import { lessons } from '../check/lessons.ts';
import { twins } from '../check/twins.ts';
import { tool } from '../house/tool.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'proving-new-lesson-'));
  mkdirSync(join(root, 'lessons', '01-the-log'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

const make = (...name: string[]) =>
  tool(root, 'node', [join(import.meta.dirname, '..', 'new-lesson.ts'), ...name, ...(name.length > 0 ? [root] : [])]);

test('a new lesson is a folder whose check says what is still to be written', async () => {
  expect(await make('02-topics-and-partitions')).toEqual({
    exit: 0,
    out: 'lessons/02-topics-and-partitions is there.\n  next: pnpm install, then pnpm check lessons, which says what is still to be written\n',
  });
  expect(readdirSync(join(root, 'lessons', '02-topics-and-partitions')).toSorted()).toEqual([
    'exercise',
    'experiments',
    'lesson.ts',
    'package.json',
    'quiz.ts',
    'theory.md',
  ]);
  rmSync(join(root, 'lessons', '01-the-log'), { recursive: true });
  const said = (await lessons.check(root)).map(({ path, what }) => `${path}  ${what}`);
  expect(said).toContain('lessons/02-topics-and-partitions/lesson.ts  claims: names no claim');
  expect(said).toContain('lessons/02-topics-and-partitions/lesson.ts  experiments: names no experiment');
  expect(said).toContain('lessons/02-topics-and-partitions/lesson.ts  question: is empty');
});

test('two new lessons differ in every file, and take what the others take', async () => {
  await make('03-keys');
  expect(await twins.check(root)).toEqual([]);
  expect((await dependencies.check(root)).map(({ what }) => what)).toEqual(['takes kafkajs, and nobody said why']);
});

test.each([
  ['02-other-name', '02 is taken: lessons/02-topics-and-partitions'],
  ['4-keys', '"4-keys" is not named like a lesson: two digits, a hyphen, then lower-case words joined by hyphens'],
  ['04-Keys', '"04-Keys" is not named like a lesson: two digits, a hyphen, then lower-case words joined by hyphens'],
  ['../05-x', '"../05-x" is not named like a lesson: two digits, a hyphen, then lower-case words joined by hyphens'],
  ['00-zero', 'lessons count from 01'],
])('%s is refused', async (name, saw) => {
  expect(await make(name)).toEqual({
    exit: 64,
    out: `No lesson was made.\n  saw  ${saw}.\n  Try: pnpm new:lesson 02-topics-and-partitions\n`,
  });
});

test('no name is refused', async () => {
  expect(await make()).toMatchObject({ exit: 64, out: expect.stringContaining('no name was given') });
});
