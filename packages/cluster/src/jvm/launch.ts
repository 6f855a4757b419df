import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive, type ProcessId, recordThenBecome } from '../processes.ts';
import { waitFor } from '../wait.ts';
import { javaEnvironment } from './java.ts';
import { readRecord } from './member-state.ts';

/** A process that was started; `ended` is the exit code or signal, once there is one. */
export interface Launched {
  readonly process: ProcessId;
  ended(): string | null;
}

/**
 * Starts a program that outlives this command: a session of its own, no terminal, no pipe. It writes who it is to `record`
 * before it becomes the program.
 */
export async function launch(
  command: string,
  args: readonly string[],
  to: { readonly record: string; readonly out: string; readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Launched> {
  for (const file of [to.record, to.out]) mkdirSync(dirname(file), { recursive: true });
  const last = readRecord(to.record);
  if (last && isAlive(last)) return { process: last, ended: () => (isAlive(last) ? null : 'gone') };
  // Only what was seen to be of no use: one that appears now belongs to a start that was under way.
  if (last || existsSync(to.record)) rmSync(to.record, { force: true });
  const out = openSync(to.out, 'w');
  let child: ChildProcess;
  try {
    child = spawn('/bin/sh', ['-c', recordThenBecome, 'sh', to.record, command, ...args], {
      cwd: to.cwd,
      detached: true,
      env: to.env ?? javaEnvironment(),
      stdio: ['ignore', out, out],
    });
  } finally {
    closeSync(out);
  }
  let ended: string | null = null;
  child.once('error', (failure) => (ended = failure.message));
  child.once('exit', (code, signal) => (ended = signal ?? `exit ${code}`));
  child.unref();
  const process = await waitFor(
    'a process to say who it is',
    () => readRecord(to.record) ?? (ended === null ? null : { pid: -1, start: ended }),
    {
      within: '10s',
      every: '2ms',
    },
  );
  return {
    process,
    ended: () => (process.pid === child.pid || process.pid < 0 ? ended : null) ?? (isAlive(process) ? null : 'gone'),
  };
}
