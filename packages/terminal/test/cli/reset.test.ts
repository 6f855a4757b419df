import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proving } from './spawned.ts';

const course = fileURLToPath(new URL('../../../..', import.meta.url));
const lesson = '07-acks-and-durability';
let root = '';
beforeAll(async () => {
  // A checkout of its own: what is reset here must not be anybody's exercise.
  root = await mkdtemp(join(tmpdir(), 'reset-'));
  await mkdir(join(root, 'node_modules'));
  await cp(join(course, 'package.json'), join(root, 'package.json'));
  await cp(join(course, 'packages'), join(root, 'packages'), {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|test)$/.test(path),
  });
  for (const name of await readdir(join(course, 'packages')))
    await symlink(join(course, 'packages', name, 'node_modules'), join(root, 'packages', name, 'node_modules'));
  await cp(join(course, 'lessons', lesson), join(root, 'lessons', lesson), {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|work)$/.test(path),
  });
});
afterAll(() => rm(root, { recursive: true }));

const run = (...argv: string[]) =>
  proving(
    argv,
    { PROVING_HOME: join(root, 'home'), PROVING_BOOTSTRAP: '127.0.0.1:1' },
    join(root, 'packages/terminal/bin/proving.js'),
  );
const work = () => join(root, 'lessons', lesson, 'exercise', 'work');
const begin = async (text: string) => {
  await mkdir(work(), { recursive: true });
  await writeFile(join(work(), 'start.ts'), text);
};
const kept = async () => {
  const folder = join(root, 'home', 'exercises', lesson);
  return Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')));
};
const start = () => readFile(join(root, 'lessons', lesson, 'exercise', 'start.ts'), 'utf8');
const facts = async () =>
  (await readFile(join(root, 'home', 'progress', 'log.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ kind, lesson, step }) => ({ kind, lesson, step }));

test('an exercise that was not begun has nothing to reset', async () => {
  expect(await run('reset', '07')).toEqual({
    out: '  The exercise of lesson 07 is as it was: you have not begun it.\n',
    err: '',
    code: 0,
  });
});

test('without a terminal nothing is replaced unless --yes says so', async () => {
  await begin('mine');
  expect(await run('reset', '07')).toEqual({
    out: '',
    err: `Nobody is here to be asked, so nothing was done.\n  saw  lessons/${lesson}/exercise/work/start.ts is replaced by its start; a copy is kept.\n  Try: pnpm reset 07 --yes\n`,
    code: 64,
  });
  expect(await readFile(join(work(), 'start.ts'), 'utf8')).toBe('mine');
});

test('the start comes back, and what was there is kept byte for byte', async () => {
  await begin('mine\n\u00fc \0');
  expect((await run('reset', '07', '--yes')).code).toBe(0);
  expect({ now: await readFile(join(work(), 'start.ts'), 'utf8'), kept: await kept() }).toEqual({
    now: await start(),
    kept: ['mine\n\u00fc \0'],
  });
});

test('back to a step; then everything', async () => {
  expect((await run('reset', '07.3')).out).toBe('  Lesson 07 goes on at step 3. → pnpm lesson 07\n');
  await begin('mine again');
  expect((await run('reset', '--all', '--yes')).code).toBe(0);
  expect({ now: await readFile(join(work(), 'start.ts'), 'utf8'), kept: (await kept()).at(-1) }).toEqual({
    now: await start(),
    kept: 'mine again',
  });
  expect(await facts()).toEqual([
    { kind: 'lesson.reset', lesson, step: 9 },
    { kind: 'lesson.reset', lesson, step: 3 },
    { kind: 'lesson.reset', lesson, step: 1 },
  ]);
});

test.each([
  [['reset'], 'Name what to reset.\n  Try: pnpm reset --help\n'],
  [['reset', '--all', '07'], '--all takes no address.\n  Try: pnpm reset --help\n'],
  [['reset', '07.q1'], 'A question has nothing to reset.\n  Try: pnpm reset --help\n'],
])('%s is refused', async (argv, err) => expect(await run(...argv)).toEqual({ out: '', err, code: 64 }));
