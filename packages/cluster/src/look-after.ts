import type { DriverName } from '@proving/spec';
import type { Cluster } from './driver.ts';
import { plainly } from './errors.ts';
import { home } from './home.ts';
import { runsInContainers } from './open.ts';
import type { Probe } from './probe.ts';
import type { ClusterStatus, LogOptions, MemberLog, UpkeepOptions } from './upkeep.ts';
import { Plain } from './words.ts';

// Two drivers leave something running that is ours to look after: JVMs, and containers.

/** What runs here: processes, ports, since when, memory, who uses it, and when it stops by itself. Starts nothing. */
export async function clusterStatus({
  shape = 'standard',
  driver,
}: Pick<UpkeepOptions, 'shape' | 'driver'> = {}): Promise<ClusterStatus> {
  if ((await ours('look at', driver)) === 'docker') return (await import('./docker/upkeep.ts')).dockerStatus();
  return (await import('./jvm/upkeep.ts')).statusOf(shape);
}

/** Stops this machine's cluster when nobody holds it any more (`now`: at once). Data and ports stay. False: none ran. */
export async function stopCluster({
  shape = 'standard',
  driver,
  tell = () => {},
  signal,
  now,
}: UpkeepOptions = {}): Promise<boolean> {
  if ((await ours('stop', driver)) === 'docker') {
    const { stopDocker } = await import('./docker/upkeep.ts');
    return plainly(home(), () => stopDocker({ tell, signal, now }));
  }
  const { stopJvm } = await import('./jvm/upkeep.ts');
  return plainly(home(), () => stopJvm(shape, { tell, signal, now }));
}

/** Wipes this machine's cluster and starts it afresh, on the same ports. */
export async function resetCluster({
  shape = 'standard',
  driver,
  tell = () => {},
  signal,
  now,
}: UpkeepOptions = {}): Promise<Cluster> {
  if ((await ours('wipe', driver)) === 'docker') {
    const { resetDocker } = await import('./docker/upkeep.ts');
    return plainly(home(), () => resetDocker({ tell, signal, now }));
  }
  const { resetJvm } = await import('./jvm/upkeep.ts');
  return plainly(home(), () => resetJvm(shape, { tell, signal, now }));
}

/** The last lines that each process wrote. Default 40 of each. */
export async function clusterLogs({ shape = 'standard', driver, lines = 40 }: LogOptions = {}): Promise<readonly MemberLog[]> {
  if ((await ours('read the logs of', driver)) === 'docker') return (await import('./docker/upkeep.ts')).dockerLogs(lines);
  return (await import('./jvm/upkeep.ts')).logsOf(shape, lines);
}

/** What this machine has for a cluster: drivers, Java, Maven, disk, memory, ports. Starts nothing. */
export async function probeDrivers(): Promise<Probe> {
  return (await import('./probe.ts')).probe();
}

/** Which of our drivers is meant: the one that was named, else the one that left a cluster running. */
async function ours(verb: string, asked?: DriverName): Promise<'jvm' | 'docker'> {
  const named = asked ?? (process.env['PROVING_DRIVER'] || (process.env['PROVING_BOOTSTRAP'] ? 'external' : null));
  if (named === 'external')
    throw new Plain('not-ours', `These brokers are somebody else's; the course does not ${verb} them.`, {
      saw: `PROVING_BOOTSTRAP=${process.env['PROVING_BOOTSTRAP'] ?? ''}`,
      fix: 'unset PROVING_BOOTSTRAP to use the cluster of this machine',
    });
  if (named === 'docker' || (named === null && (await runsInContainers()))) return 'docker';
  return 'jvm';
}
