import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findLessons } from '@proving/catalog';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultOf } from '../../src/cli/fault.ts';
import { targetsOf } from '../../src/cli/prove/targets.ts';

const course = fileURLToPath(new URL('../../../..', import.meta.url));
let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'targets-'));
  const from = join(course, 'lessons', '07-acks-and-durability');
  for (const name of ['07-acks-and-durability', '09-second', '12-third'])
    await cp(from, join(root, 'lessons', name), { recursive: true, filter: (path) => !/node_modules|work$/.test(path) });
});
afterAll(() => rm(root, { recursive: true }));

const named = async (...args: string[]) =>
  (await targetsOf(args, await findLessons(root))).map(({ lesson, experiments }) => `${lesson.number}: ${experiments.length}`);
const all = 5;

test.each([
  ['nothing is everything', [], [`07: ${all}`, `09: ${all}`, `12: ${all}`]],
  ['a number', ['9'], [`09: ${all}`]],
  ['a slug', ['third'], [`12: ${all}`]],
  ['a range, ends included', ['07-09'], [`07: ${all}`, `09: ${all}`]],
  ['a range that reaches beyond the course', ['08-99'], [`09: ${all}`, `12: ${all}`]],
  ['a step', ['07.3'], ['07: 1']],
  ['two steps of one lesson', ['07.4', '07.3'], ['07: 2']],
  ['a step of a lesson that is named whole', ['07.3', '07'], [`07: ${all}`]],
  ['in the order of the course', ['12', '07'], [`07: ${all}`, `12: ${all}`]],
])('%s', async (_, args, expected) => expect(await named(...args)).toEqual(expected));

test.each([
  ['07.1', 'Step 07.1 runs no experiment.'],
  ['07.99', 'Lesson 07 has no step 99.'],
  ['07.q1', '07.q1 is a question; what can be proved are lessons and steps.'],
  ['20-30', 'No lesson lies between 20 and 30.'],
  ['nowhere', 'There is no lesson "nowhere".'],
])('%s is refused', async (typed, what) => {
  const fault = faultOf(await named(typed).catch((error: unknown) => error));
  expect({ what: fault.what, exit: fault.exit }).toEqual({ what, exit: 64 });
});

test('an unknown lesson is answered with those that there are, and with the verb that was typed', async () => {
  const fault = faultOf(await named('8').catch((error: unknown) => error));
  expect(fault).toMatchObject({
    what: 'There is no lesson 8.',
    saw: '→ 07  acks-and-durability\n  09  second\n  12  third',
    fix: 'pnpm prove 07',
  });
});
