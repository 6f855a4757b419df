import { rmSync } from 'node:fs';
import { isAlive, type ProcessId, signal } from '../processes.ts';
import { waitFor } from '../wait.ts';
import { Plain } from '../words.ts';
import type { Files } from './files.ts';
import { readRecord } from './member-state.ts';
import { killAll, recorded } from './recall.ts';

/**
 * Stops every process of the cluster, brokers and what runs beside them before controllers, so that each can hand over and close
 * its log. Who does not end in time is killed. The data and the ports stay. Called with the cluster's lock held.
 */
export async function lower(files: Files): Promise<void> {
  const members = recorded(files);
  await end(
    files,
    members.filter((id) => !isController(id)),
    '8s',
  );
  await end(files, members.filter(isController), '4s');
  await killAll(files);
  const keeper = readRecord(files.record('keeper'));
  rmSync(files.run, { recursive: true, force: true });
  if (keeper && keeper.pid !== process.ppid) signal(keeper, 'SIGTERM');
}

const isController = (id: number | 'registry') => id !== 'registry' && id >= 100;

async function end(files: Files, ids: readonly (number | 'registry')[], within: `${number}s`): Promise<void> {
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
