import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type ProcessId, parseRecord, recordThenBecome, self, signal, stateOf } from '../src/processes.ts';
import { startedBy } from '../src/what.ts';

const folder = mkdtempSync(join(tmpdir(), 'processes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a process is its pid and its start; another start is another process', () => {
  expect(stateOf(self)).toBe('running');
  expect(stateOf({ ...self, start: `${self.start}0` })).toBe('gone');
  expect(signal({ ...self, start: 'earlier' }, 'SIGKILL')).toBe(false);
});

test('a program says who it is before it begins, and is seen to freeze, to go on and to end', async () => {
  const record = join(folder, 'sleeper.pid');
  const child = spawn('/bin/sh', ['-c', recordThenBecome, 'sh', record, 'sleep', '60'], { stdio: 'ignore' });
  await expect.poll(() => existsSync(record)).toBe(true);
  const sleeper = parseRecord(readFileSync(record, 'utf8')) as ProcessId;
  expect(sleeper.pid).toBe(child.pid);
  expect(stateOf(sleeper)).toBe('running');
  signal(sleeper, 'SIGSTOP');
  await expect.poll(() => stateOf(sleeper)).toBe('frozen');
  signal(sleeper, 'SIGCONT');
  await expect.poll(() => stateOf(sleeper)).toBe('running');
  signal(sleeper, 'SIGKILL');
  await once(child, 'exit');
  expect(stateOf(sleeper)).toBe('gone');
});

test('of two that start under one name the second is refused', async () => {
  const record = join(folder, 'one.pid');
  const first = spawn('/bin/sh', ['-c', recordThenBecome, 'sh', record, 'sleep', '60'], { stdio: 'ignore' });
  await expect.poll(() => existsSync(record)).toBe(true);
  const second = spawn('/bin/sh', ['-c', recordThenBecome, 'sh', record, 'sleep', '60'], { stdio: 'ignore' });
  expect((await once(second, 'exit'))[0]).toBe(1);
  expect(parseRecord(readFileSync(record, 'utf8'))?.pid).toBe(first.pid);
  first.kill('SIGKILL');
});

test('reads the records of Linux and of macOS, and nothing else', () => {
  const fields = ['S', ...Array.from({ length: 18 }, (_, i) => String(i)), '4711', '0'].join(' ');
  expect(parseRecord(`812\n3f2a91bc-0000\n812 (a ) b) ${fields}\n`)).toEqual({ pid: 812, start: '3f2a91bc.4711' });
  expect(parseRecord('812\nSat Nov 21 08:13:10 2026\n')).toEqual({ pid: 812, start: 'Sat Nov 21 08:13:10 2026' });
  expect(['', 'x\ny', '812'].map(parseRecord)).toEqual([null, null, null]);
});

test('a command is called as the learner typed it, and its worker after the command', () => {
  const prove = '/course/packages/terminal/bin/prove.js';
  expect(startedBy(['node', prove, '07'])).toBe('pnpm prove 07');
  expect(startedBy(['node', '/course/packages/runner/src/worker/main.ts', prove, '07'])).toBe('pnpm prove 07');
  expect(startedBy(['node', '/course/packages/terminal/bin/proving.js', 'lesson'])).toBe('pnpm lesson');
  expect(startedBy(['node', '/course/scripts/test.ts'])).toBe('test.ts');
});
