import { rmSync } from 'node:fs';
import type { Service } from '@proving/spec';
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

const isController = (id: number | Service) => typeof id === 'number' && id >= 100;
/** Postgres takes SIGTERM for "when the last client has left", and SIGINT for "now, in good order". */
const gently = (id: number | Service) => (id === 'postgres' ? 'SIGINT' : 'SIGTERM');

async function end(files: Files, ids: readonly (number | Service)[], within: `${number}s`): Promise<void> {
  const processes: ProcessId[] = [];
  for (const id of ids) {
    const each = readRecord(files.record(id));
    if (each === null) continue;
    processes.push(each);
    signal(each, gently(id));
    signal(each, 'SIGCONT');
  }
  try {
    await waitFor('the processes to end', () => processes.every((each) => !isAlive(each)), { within, every: '10ms' });
  } catch (failure) {
    if (!(failure instanceof Plain)) throw failure;
  }
}
