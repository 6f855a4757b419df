import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProgress } from '@proving/progress';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { proving } from './spawned.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'proving-recap-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const recap = (...args: string[]) => proving(['recap', ...args], { PROVING_HOME: home });

it('has nothing to revise before a step was read, and says where to begin', async () => {
  expect(await recap()).toMatchObject({ out: '', code: 1, err: expect.stringMatching(/nothing to revise[\s\S]*lesson/) });
});

it('shows the cards of what was begun, in the course’s order, and as a program reads them', async () => {
  const progress = openProgress({ home, course: '0' });
  await progress.append({ kind: 'step.read', lesson: '07-acks-and-durability', step: 1 });
  await progress.append({ kind: 'step.read', lesson: '01-the-log', step: 1 });
  const { out, code } = await recap();
  expect(code).toBe(0);
  expect(out).toMatch(/01[\s\S]*07/);
  const lines = (await recap('--json')).out.trim().split('\n');
  const cards = lines.map((line) => JSON.parse(line) as { readonly [field: string]: unknown });
  expect(cards.map(({ type, number, seen }) => [type, number, seen])).toEqual([
    ['card', '01', {}],
    ['card', '07', {}],
  ]);
  for (const card of cards) expect(card).toMatchObject({ title: expect.any(String), question: expect.any(String) });
});
