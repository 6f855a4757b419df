import { expect, test } from 'vitest';
import { claims } from '../check/claims.ts';
import { lessons } from '../check/lessons.ts';
import { twins } from '../check/twins.ts';
import { found, said } from './seeded.ts';

const at = 'lessons/01-the-log';
const manifest = (claimed: Readonly<Record<string, string>>) => `export default { claims: ${JSON.stringify(claimed)} };\n`;

test('a claim that is proved and never cited', async () => {
  const files = {
    [`${at}/lesson.ts`]: manifest({ 'records-stay': 'Records stay.', 'offsets-count': 'Offsets count.' }),
    [`${at}/theory.md`]: '## One\n\nA record stays where it is [[records-stay]].\n',
  };
  expect(await said(claims, files)).toEqual([`${at}/theory.md  does not cite the claim "offsets-count"`]);
});

test('claims that are all cited', async () => {
  const files = { [`${at}/lesson.ts`]: manifest({ a: 'A.' }), [`${at}/theory.md`]: '## One\n\nSo it is [[a]].\n' };
  expect(await said(claims, files)).toEqual([]);
});

test('what the catalog finds comes with its file, its line and what to do', async () => {
  const files = {
    [`${at}/theory.md`]: '# The log\n',
    [`${at}/lesson.ts`]: 'export default {};\n',
    [`${at}/quiz.ts`]: 'export default [];\n',
  };
  const all = await found(lessons, files);
  expect(all).toContainEqual({
    path: `${at}/theory.md`,
    line: 1,
    what: 'only ## makes a step here',
    do: "the lesson's title stands in lesson.ts; inside a step use ###",
  });
  expect(all.filter(({ path }) => path === `${at}/lesson.ts`)).not.toEqual([]);
});

test('a course without lessons yet', async () => {
  expect(await said(lessons, { 'README.md': '' })).toEqual([]);
});

test('two files that are one', async () => {
  const files = {
    [`${at}/exercise/start.ts`]: 'export const a = 1;\n',
    'lessons/02-topics/exercise/start.ts': 'export const a = 1;\n',
    'lessons/02-topics/exercise/solution.ts': 'export const a = 2;\n',
    [`${at}/traces/none.jsonl`]: '',
    'lessons/02-topics/traces/none.jsonl': '',
  };
  expect(await said(twins, files)).toEqual([`lessons/02-topics/exercise/start.ts  is byte for byte ${at}/exercise/start.ts`]);
});
