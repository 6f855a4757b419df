import { rmSync } from 'node:fs';
import { filesOf } from '../jvm/files.ts';
import { isUp, readRecord } from '../jvm/member-state.ts';
import { lower as lowerBeside } from '../jvm/stop.ts';
import { signal } from '../processes.ts';
import { complaint } from './command.ts';
import { compose } from './compose.ts';
import { containersOf } from './containers.ts';
import { composeRefused } from './errors.ts';
import type { DockerFiles } from './files.ts';
import { readDockerState } from './state.ts';

/**
 * Removes the containers and their network, and what watches over them. The volumes stay, unless `how` says otherwise, and so do the
 * ports. Called with the cluster's lock held.
 * @throws {Plain} what docker said, where there are containers and it did not remove them
 */
export async function lower(files: DockerFiles, how: readonly string[] = []): Promise<void> {
  const found = await containersOf(files);
  if (readDockerState(files) !== null || found.size > 0) {
    const answer = await compose(files, ['down', '--timeout', '10', ...how]);
    // Where nothing is there, an engine that does not answer has nothing to take down either.
    if (answer.exit !== 0 && found.size > 0) throw composeRefused(complaint(answer));
  }
  rmSync(files.runs, { force: true });
  rmSync(files.copies, { recursive: true, force: true });
  const keeper = readRecord(files.record('keeper'));
  rmSync(files.run, { recursive: true, force: true });
  if (keeper && keeper.pid !== process.ppid) signal(keeper, 'SIGTERM');
  // What was started beside the brokers is of this machine, whatever runs the brokers. JVMs that run have it too, and keep it.
  const beside = filesOf('standard', files.home);
  if (!isUp(beside)) await lowerBeside(beside);
}
