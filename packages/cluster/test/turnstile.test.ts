import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holders, pass } from '../src/turnstile.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'turnstile-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = fileURLToPath(new URL('./programs/hold.ts', import.meta.url));

test('shared holders keep company, and each is named', async () => {
  using _one = await pass(folder, 'shared', 'lesson 01');
  using _other = await pass(folder, 'shared', 'lesson 02');
  expect(holders(folder).map(({ what, mode, pid }) => ({ what, mode, pid }))).toEqual([
    { what: 'lesson 01', mode: 'shared', pid: process.pid },
    { what: 'lesson 02', mode: 'shared', pid: process.pid },
  ]);
});

test('who breaks brokers is alone, and who comes later waits behind, so that nobody starves', async () => {
  const order: string[] = [];
  const passed = (who: string) => (lease: Disposable) => {
    order.push(who);
    return lease;
  };
  const first = await pass(folder, 'shared', 'first');
  const alone = pass(folder, 'exclusive', 'alone').then(passed('alone'));
  await untilHolders(2);
  const later = pass(folder, 'shared', 'later').then(passed('later'));
  await untilHolders(3);
  expect(order).toEqual([]);
  first[Symbol.dispose]();
  (await alone)[Symbol.dispose]();
  (await later)[Symbol.dispose]();
  expect(order).toEqual(['alone', 'later']);
  expect(readdirSync(folder)).toEqual([]);
});

test('who waits is told for whom, and can stop waiting', async () => {
  using _ = await pass(folder, 'exclusive', 'pnpm prove 07');
  const stop = new AbortController();
  const told: string[] = [];
  const waiting = pass(folder, 'shared', 'late', {
    signal: stop.signal,
    waiting: ([holder]) => {
      told.push(holder?.what ?? '');
      stop.abort(new Error('enough'));
    },
  });
  await expect(waiting).rejects.toThrow('enough');
  expect(told).toEqual(['pnpm prove 07']);
  expect(holders(folder).map(({ what }) => what)).toEqual(['pnpm prove 07']);
});

test('the place of a process that was killed counts for nothing', async () => {
  const holder = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  expect(holders(folder).map(({ pid }) => pid)).toEqual([holder.pid]);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  using _ = await pass(folder, 'exclusive', 'next');
  expect(holders(folder).map(({ what }) => what)).toEqual(['next']);
});

test('of many processes at once never two are inside', async () => {
  const counter = join(folder, 'counter');
  writeFileSync(counter, '0');
  const rounds = 25;
  const all = Array.from({ length: 3 }, () =>
    spawn(process.execPath, [program, folder, counter, String(rounds)], { stdio: 'inherit' }),
  );
  const exits = await Promise.all(all.map(async (each) => (await once(each, 'exit'))[0]));
  expect(exits).toEqual([0, 0, 0]);
  expect(readFileSync(counter, 'utf8')).toBe(String(3 * rounds));
});

const untilHolders = (count: number) => expect.poll(() => holders(folder).length).toBe(count);
