import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Site } from '@proving/lab';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { repairBy } from '../src/index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proving-repair-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** All that a file of these asks of it. */
const site = { seed: 7, name: (title: string) => `${title}-abcde` } as Site;

async function written(text: string): Promise<string> {
  const file = join(folder, 'repair.ts');
  await writeFile(file, text);
  return file;
}

it('hands over the site, and waits for the end', async () => {
  const said = join(folder, 'said');
  const file = await written(`import { writeFile } from 'node:fs/promises';
export default async (site) => { await writeFile(${JSON.stringify(said)}, site.name('orders')); };`);
  await repairBy(file, site);
  expect(await readFile(said, 'utf8')).toBe('orders-abcde');
});

test.for([
  [`\n\nexport default () => { throw new Error('no such topic'); };`, 'repair.ts came to no end: line 3.', 'no such topic'],
  [`export const repair = 1;`, 'repair.ts came to no end.', 'it has no default export that is a function'],
] as const)('%j fails with its line and its words', async ([text, message, saw]) => {
  const failure = await repairBy(await written(text), site).catch((cause) => cause);
  expect(failure).toMatchObject({ code: 'repair-failed', exit: 3, message, saw });
});

it('is left where it stands when somebody interrupts it', async () => {
  const file = await written('export default () => new Promise(() => {});');
  const controller = new AbortController();
  const running = repairBy(file, site, controller.signal);
  controller.abort(new Error('interrupted'));
  await expect(running).rejects.toThrow('interrupted');
});
