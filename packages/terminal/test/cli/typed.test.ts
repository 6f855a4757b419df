import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTyped, pnpmHere } from '../../src/cli/typed.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'typed-'));
  for (const bin of ['bin', 'node_modules/.bin']) {
    await mkdir(join(folder, bin), { recursive: true });
    await writeFile(join(folder, bin, 'pnpm'), '');
    await chmod(join(folder, bin, 'pnpm'), 0o755);
  }
});
afterAll(() => rm(folder, { recursive: true }));

test('pnpm on the PATH is typed as it is; one that npx put there for a moment is not', () => {
  const on = (bin: string) => pnpmHere({ PATH: join(folder, bin) });
  expect([on('bin'), on('node_modules/.bin'), on('elsewhere'), pnpmHere({})]).toEqual([
    'pnpm',
    'npx -y pnpm@12',
    'npx -y pnpm@12',
    'npx -y pnpm@12',
  ]);
});

test.each([
  ['pnpm lesson 07', 'npx -y pnpm@12 lesson 07'],
  ['pnpm diagnose, then pnpm report', 'npx -y pnpm@12 diagnose, then npx -y pnpm@12 report'],
  ['npx -y pnpm@12 lesson', 'npx -y pnpm@12 lesson'],
])('%s', (said, typed) => {
  expect(asTyped(said, 'npx -y pnpm@12')).toBe(typed);
  expect(asTyped(said, 'pnpm')).toBe(said);
});
