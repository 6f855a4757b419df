import { clusterStatus, openCluster, probeDrivers } from '@proving/cluster';
import { speaksUtf8 } from '../../glyphs.ts';
import type { Call } from '../call.ts';
import { progressOf } from '../course.ts';
import { isPlain } from '../fault.ts';
import { goLive } from '../live.ts';
import { type Finding, missing } from './finding.ts';
import { judgeMachine } from './judge.ts';
import { judgeProbe, judgeStatus } from './judge-cluster.ts';
import { judgeLog } from './judge-log.ts';
import { readMachine } from './machine.ts';
import { judgeMinInsync } from './min-insync.ts';

/** Everything that a lesson depends on, told as it is found. `asking` also asks a cluster that runs; nothing is ever started. */
export async function examine(call: Call, tell: (found: readonly Finding[]) => void, asking: boolean): Promise<void> {
  tell(await machine(call));
  tell([await log(call)]);
  await cluster(call, tell, asking);
}

async function machine({ home, paper }: Call): Promise<readonly Finding[]> {
  const { stdout } = process;
  const colours = stdout.isTTY ? 2 ** stdout.getColorDepth() : 0;
  const terminal = { isTerminal: stdout.isTTY, columns: stdout.columns ?? 80, colours, utf8: speaksUtf8(process.env) };
  return judgeMachine(await readMachine(home, paper.pnpm, terminal), home);
}

async function log(call: Call): Promise<Finding> {
  const progress = progressOf(call);
  try {
    return judgeLog(progress.file, await progress.read());
  } catch (error) {
    return refusal('progress log', error, 'a file that can be read');
  }
}

async function cluster(call: Call, tell: (found: readonly Finding[]) => void, asking: boolean): Promise<void> {
  const probe = await probeDrivers();
  const asked = call.flags.driver ?? driverOf(process.env);
  const isExternal = asked === 'external';
  const status = isExternal ? null : await clusterStatus({ driver: call.flags.driver ?? undefined });
  tell(judgeProbe(probe, status !== null && status.is !== 'down', asked));
  if (status !== null) tell([judgeStatus(status)]);
  const runs = isExternal
    ? probe.drivers.some(({ name, readiness }) => name === 'external' && readiness.ready)
    : status?.is === 'up';
  if (asking && runs) tell([await minInsync(call)]);
}

/** The driver that the environment names, as every other command understands it. */
function driverOf(env: Readonly<Record<string, string | undefined>>): string | null {
  return env['PROVING_DRIVER'] || (env['PROVING_BOOTSTRAP'] ? 'external' : null);
}

/** Only of a cluster that runs already: a diagnosis starts nothing. */
async function minInsync(call: Call): Promise<Finding> {
  using live = goLive(call);
  live.tell({ doing: 'asking a fresh topic for its settings' });
  try {
    await using running = await openCluster({ driver: call.flags.driver ?? undefined, tell: live.tell });
    return await judgeMinInsync(running);
  } catch (error) {
    return refusal('min in sync', error, 'a cluster that answers');
  }
}

/** @throws what is no error meant for a learner */
function refusal(about: string, error: unknown, needed: string): Finding {
  if (!isPlain(error)) throw error;
  return missing(about, error.saw === null ? error.message : `${error.message} ${error.saw}`, needed, error.fix ?? 'pnpm report');
}
