import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Terminal } from '../terminal.ts';

// Whole commands in terminals of their own: on a busy machine each takes seconds.
vi.setConfig({ testTimeout: 60_000 });

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'signals-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));
// Brokers of somebody else that nobody has: nothing is started here.
const env = () => ({ PROVING_HOME: home, PROVING_BOOTSTRAP: '127.0.0.1:1' });
const title = /^ {2}01 The log/m;
const question = /Go on\? y or n:/;

test('Ctrl-C while a lesson is read', async () => {
  using screen = new Terminal(['lesson', '01'], { env: env() });
  await screen.until(title);
  await screen.until(/\? help {3}q quit/);
  screen.press('\x03');
  expect(await screen.exited).toBe(130);
});

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
])('%s while a lesson is read', async (name, code) => {
  using screen = new Terminal(['lesson', '01'], { env: env() });
  await screen.until(title);
  screen.signal(name);
  expect(await screen.exited).toBe(code);
});

test('Ctrl-C at a question that nothing was answered to', async () => {
  using screen = new Terminal(['cluster', 'reset'], { env: env() });
  await screen.until(question);
  screen.press('\x03');
  expect(await screen.exited).toBe(130);
});

test('no, and any other answer than yes, changes nothing', async () => {
  for (const answer of ['n', '', 'maybe']) {
    using screen = new Terminal(['cluster', 'reset'], { env: env() });
    await screen.until(question);
    screen.press(`${answer}\r`);
    await screen.until(/Nothing was changed\./);
    expect(await screen.exited).toBe(0);
  }
});

test('a window of 40 columns: a sentence, and text that stays inside it', async () => {
  using screen = new Terminal(['lesson', '01'], { env: env(), columns: 40 });
  await screen.until(/fewer than 50\s+columns/);
  await screen.until(/The log/);
  expect(screen.broken()).toEqual([]);
  screen.press('\x03');
  expect(await screen.exited).toBe(130);
});
