import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { canTell, secondsOf, took } from './processor.ts';

const run = promisify(execFile);
/** Computes for as long as it is told, by the clock of its processor. */
const computes = (ms: number) => run(process.execPath, ['-e', `while (process.cpuUsage().user < ${ms * 1000});`]);

it.runIf(canTell)('the time of a program that has ended is that of who started it', async () => {
  const { processor, seconds } = await took(process.pid, () => computes(400));
  expect(processor).toBeGreaterThanOrEqual(0.4);
  expect(seconds).toBeGreaterThanOrEqual(0.4);
});

it.runIf(canTell)('a process that is not there has used nothing', () => {
  expect(secondsOf(2 ** 30)).toBe(0);
});
