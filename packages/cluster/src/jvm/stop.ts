import { existsSync, readdirSync, rmSync } from 'node:fs';
import { isAlive, type ProcessId, signal } from '../processes.ts';
import { waitFor } from '../wait.ts';
import { Plain } from '../words.ts';
import type { Files } from './files.ts';
import { readRecord } from './member-state.ts';
import { killAll } from './recall.ts';

/**
 * Stops every process of the cluster, brokers before controllers, so that each can hand over and close its log. Who does not
 * end in time is killed. The data and the ports stay. Called with the cluster's lock held.
 */
export async function lower(files: Files): Promise<void> {
  const ids = existsSync(files.run) ? readdirSync(files.run).flatMap((name) => /^(\d+)\.pid$/.exec(name)?.[1] ?? []) : [];
  const members = ids.map(Number);
  await end(
    files,
    members.filter((id) => id < 100),
    '8s',
  );
  await end(
    files,
    members.filter((id) => id >= 100),
    '4s',
  );
  await killAll(files);
  const keeper = readRecord(files.record('keeper'));
  rmSync(files.run, { recursive: true, force: true });
  if (keeper && keeper.pid !== process.ppid) signal(keeper, 'SIGTERM');
}

async function end(files: Files, ids: readonly number[], within: `${number}s`): Promise<void> {
  const processes = ids.map((id) => readRecord(files.record(id))).filter((each): each is ProcessId => each !== null);
  for (const each of processes) {
    signal(each, 'SIGTERM');
    signal(each, 'SIGCONT');
  }
  try {
    await waitFor('the processes to end', () => processes.every((each) => !isAlive(each)), { within, every: '10ms' });
  } catch (failure) {
    if (!(failure instanceof Plain)) throw failure;
  }
}
