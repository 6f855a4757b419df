import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Observer } from '@proving/lab';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Leftovers } from '../src/worker/leftovers.ts';

const dead = '999999999@1';
let home: string;
const runs = () => join(home, 'runs');
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'proving-leftovers-'));
  vi.stubEnv('PROVING_HOME', home);
  await mkdir(runs());
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

/** A cluster on which everything goes, and what was asked of it. */
function willing() {
  const asked: string[] = [];
  const observer = {
    topics: async () => ['app-1-counts', 'somebody-elses'],
    deleteTopics: async (names: readonly string[]) => void asked.push(`topics ${names.join(' ')}`),
    groups: {
      delete: async (names: readonly string[]) => {
        asked.push(`groups ${names.join(' ')}`);
        return [];
      },
    },
    async [Symbol.asyncDispose]() {},
  } as unknown as Observer;
  return { asked, look: () => observer };
}

it('what a dead run left in a registry and in Postgres stays noted until those run', async () => {
  const lines = ['topic orders-1', 'subjects orders-1', 'schema tables_1', 'group packing-1', 'application app-1'];
  await writeFile(join(runs(), dead), lines.map((line) => `${line}\n`).join(''));
  const { asked, look } = willing();
  const subjects = vi.fn(async () => {});
  const schema = vi.fn(async () => {});

  await Leftovers.sweep(look, {});
  expect(asked).toEqual(['topics orders-1 app-1-counts', 'groups packing-1 app-1']);
  expect(await readFile(join(runs(), dead), 'utf8')).toBe('subjects orders-1\nschema tables_1\n');

  await Leftovers.sweep(look, { subjects });
  expect(await readFile(join(runs(), dead), 'utf8')).toBe('schema tables_1\n');
  await Leftovers.sweep(look, { subjects, schema });
  expect([subjects.mock.calls, schema.mock.calls]).toEqual([[[['orders-1']]], [[['tables_1']]]]);
  expect(await readdir(runs())).toEqual([]);
});

it('a run that ends has removed them itself; nothing of a living run is touched', async () => {
  const { asked, look } = willing();
  const running = Leftovers.begin();
  running.remember('subjects', 'orders-2');
  await Leftovers.sweep(look, { subjects: () => Promise.reject(new Error('not this one')) });
  expect([asked, (await readdir(runs())).length]).toEqual([[], 1]);
  await running.end(look);
  expect(await readdir(runs())).toEqual([]);
});
