import type { DriverName } from '@proving/spec';
import type { Cluster } from './driver.ts';
import { plainly } from './errors.ts';
import { home } from './home.ts';
import type { Probe } from './probe.ts';
import type { ClusterStatus, LogOptions, MemberLog, UpkeepOptions } from './upkeep.ts';
import { Plain } from './words.ts';

// Only the JVM driver leaves something running that is ours to look after.

/** What runs here: processes, ports, since when, memory, who uses it, and when it stops by itself. Starts nothing. */
export async function clusterStatus({ shape = 'standard' }: Pick<UpkeepOptions, 'shape'> = {}): Promise<ClusterStatus> {
  return (await ours('look at')).statusOf(shape);
}

/** Stops this machine's cluster when nobody holds it any more (`now`: at once). Data and ports stay. False: none ran. */
export async function stopCluster({ shape = 'standard', tell = () => {}, signal, now }: UpkeepOptions = {}): Promise<boolean> {
  const { stopJvm } = await ours('stop');
  return plainly(home(), () => stopJvm(shape, { tell, signal, now }));
}

/** Wipes this machine's cluster and starts it afresh, on the same ports. */
export async function resetCluster({ shape = 'standard', tell = () => {}, signal, now }: UpkeepOptions = {}): Promise<Cluster> {
  const { resetJvm } = await ours('wipe');
  return plainly(home(), () => resetJvm(shape, { tell, signal, now }));
}

/** The last lines that each process wrote. Default 40 of each. */
export async function clusterLogs({ shape = 'standard', lines = 40 }: LogOptions = {}): Promise<readonly MemberLog[]> {
  return (await ours('read the logs of')).logsOf(shape, lines);
}

/** What this machine has for a cluster: drivers, Java, Maven, disk, memory, ports. Starts nothing. */
export async function probeDrivers(): Promise<Probe> {
  return (await import('./probe.ts')).probe();
}

async function ours(verb: string) {
  const driver = (process.env['PROVING_DRIVER'] || (process.env['PROVING_BOOTSTRAP'] ? 'external' : 'jvm')) as DriverName;
  if (driver !== 'external') return import('./jvm/upkeep.ts');
  throw new Plain('not-ours', `These brokers are somebody else's; the course does not ${verb} them.`, {
    saw: `PROVING_BOOTSTRAP=${process.env['PROVING_BOOTSTRAP'] ?? ''}`,
    fix: 'unset PROVING_BOOTSTRAP to use the cluster of this machine',
  });
}
