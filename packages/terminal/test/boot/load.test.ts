import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { proving } from '../cli/spawned.ts';

// Each test copies the sources and bundles them: on a busy machine that takes seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const course = fileURLToPath(new URL('../../../..', import.meta.url));
const made: string[] = [];
let root = '';

// A copy of the sources with the packages that are installed here, so that each test has a bundle of its own.
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'boot-'));
  made.push(root);
  await mkdir(join(root, 'node_modules'));
  for (const name of await readdir(join(course, 'packages'))) {
    const [from, to] = [join(course, 'packages', name), join(root, 'packages', name)];
    await cp(from, to, { recursive: true, filter: (path) => !/[\\/](node_modules|test)$/.test(path) });
    await symlink(join(from, 'node_modules'), join(to, 'node_modules'));
  }
});
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

const cache = () => join(root, 'node_modules', '.cache', 'proving');
const run = (env: Readonly<Record<string, string>> = {}, argv: readonly string[] = ['--help']) =>
  proving(argv, { PROVING_HOME: join(root, 'home'), ...env }, join(root, 'packages/terminal/bin/proving.js'));
const bundles = async (folder = cache()) => (await readdir(folder)).filter((name) => name !== 'compiled');

test('the first command makes the bundle, the next one uses it', async () => {
  const first = await run();
  const [name] = await bundles();
  await writeFile(join(cache(), name as string, 'main.mjs'), 'export const main = () => process.stdout.write("the bundle\\n")');
  expect([first.code, await run()]).toEqual([0, { out: 'the bundle\n', err: '', code: 0 }]);
});

test('a source that changed is seen by the next command', async () => {
  const before = await run();
  const file = join(root, 'packages/terminal/src/cli/help.ts');
  await writeFile(file, (await readFile(file, 'utf8')).replace('Kafka Proving Ground', 'Kafka Proving Ground, changed'));
  const after = await run();
  expect([before.out, after.out].map((out) => out.split(':')[0])).toEqual([
    'Kafka Proving Ground',
    'Kafka Proving Ground, changed',
  ]);
});

test('six commands at once end with one whole bundle and nothing beside it', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => run()));
  expect({
    codes: all.map(({ code }) => code),
    errors: all.map(({ err }) => err).join(''),
    bundles: (await bundles()).length,
  }).toEqual({
    codes: [0, 0, 0, 0, 0, 0],
    errors: '',
    bundles: 1,
  });
});

test("where the packages may not be written, the bundle lies in the learner's folder", async () => {
  await writeFile(join(root, 'node_modules', '.cache'), 'a file, so that no folder can be made');
  const { code } = await run();
  expect({ code, bundles: (await bundles(join(root, 'home', 'cache'))).length }).toEqual({ code: 0, bundles: 1 });
});

test('where nothing may be written, that is said', async () => {
  await writeFile(join(root, 'node_modules', '.cache'), '');
  await writeFile(join(root, 'home'), '');
  expect(await run()).toEqual({
    out: '',
    err: [
      'The course has nowhere to keep its compiled commands.',
      `  saw  neither ${cache()} nor ${join(root, 'home', 'cache')} can be written`,
      '  Try: set PROVING_HOME to a folder of yours',
      '',
    ].join('\n'),
    code: 3,
  });
});

test('without esbuild, what to do is said', async () => {
  await rm(join(root, 'packages/terminal/node_modules'));
  const { err, code } = await run();
  expect({ code, lines: err.split('\n') }).toEqual({
    code: 3,
    lines: [
      'The course is not installed completely.',
      expect.stringMatching(/^ {2}saw {2}esbuild could not be loaded: Cannot find package 'esbuild'/),
      `  Try: npx -y pnpm@12 install, in ${root}`,
      '',
    ],
  });
});

test('a source that does not compile is named with its line', async () => {
  await writeFile(join(root, 'packages/terminal/src/cli/help.ts'), '\nexport const = 1;\n');
  expect(await run()).toEqual({
    out: '',
    err: 'The course\'s own sources do not compile.\n  saw  packages/terminal/src/cli/help.ts:2: Expected identifier but found "="\n  Try: git status\n',
    code: 3,
  });
});
