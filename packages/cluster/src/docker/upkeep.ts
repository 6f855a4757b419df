import { readFileSync } from 'node:fs';
import { platform } from 'node:os';
import type { Cluster, Progress } from '../driver.ts';
import { idleLeft } from '../jvm/idle.ts';
import { queueUp } from '../leases.ts';
import { holders, pass } from '../turnstile.ts';
import type { ClusterStatus, MemberLog } from '../upkeep.ts';
import { kafkaVersion } from '../version.ts';
import { startedBy } from '../what.ts';
import { docker } from './command.ts';
import { containersOf, members } from './containers.ts';
import { dockerDriver } from './driver.ts';
import { containerOf, dockerFiles } from './files.ts';
import { lower } from './lower.ts';
import { readDockerState } from './state.ts';

export async function dockerStatus(): Promise<ClusterStatus> {
  const files = dockerFiles();
  const state = readDockerState(files);
  const found = await containersOf(files);
  const all = members.map((id) => {
    const container = found.get(id);
    const pid = container?.pid || null;
    const ports = state?.brokers.find((broker) => broker.id === id)?.ports ?? {};
    const role = id === 100 ? ('controller' as const) : ('broker' as const);
    return { id, role, is: container?.is ?? ('stopped' as const), pid, ports: { ...ports }, residentBytes: residentBytes(pid) };
  });
  const running = all.filter(({ pid }) => pid !== null).length;
  const is = running === 0 ? 'down' : all.every((member) => member.is === 'up') ? 'up' : 'partly';
  return {
    driver: 'docker',
    shape: 'standard',
    is,
    kafka: state?.kafka ?? kafkaVersion,
    java: null,
    since: is === 'down' ? null : (state?.since ?? null),
    members: all,
    registry: null,
    postgres: null,
    residentBytes: all.reduce((sum, each) => sum + (each.residentBytes ?? 0), 0),
    idleLeft: is === 'down' ? null : idleLeft(files),
    leases: holders(files.leases),
    users: holders(files.users),
    folder: files.cluster,
  };
}

/** Removes the containers and their network; the volumes with the records stay, and so do the ports. False: nothing ran. */
export async function stopDocker(options: Wait): Promise<boolean> {
  const files = dockerFiles();
  using _ = options.now ? null : await queueUp(files.leases, 'exclusive', options);
  using _lock = await pass(files.lock, 'exclusive', startedBy(), { signal: options.signal });
  const ran = (await dockerStatus()).is !== 'down';
  if (ran) options.tell({ doing: 'Stopping Kafka' });
  await lower(files);
  return ran;
}

/** Stops it, wipes its volumes and starts it afresh on the same ports. */
export async function resetDocker(options: Wait): Promise<Cluster> {
  const files = dockerFiles();
  await stopDocker(options);
  {
    using _lock = await pass(files.lock, 'exclusive', startedBy(), { signal: options.signal });
    await lower(files, ['--volumes']);
  }
  return dockerDriver().start('standard', options.tell);
}

export async function dockerLogs(lines: number): Promise<readonly MemberLog[]> {
  const files = dockerFiles();
  const found = await containersOf(files);
  return Promise.all(
    members
      .filter((id) => found.has(id))
      .map(async (id) => {
        const name = containerOf(files, id);
        const { out, err } = await docker(['logs', '--tail', String(lines), name], 20_000);
        const role = id === 100 ? ('controller' as const) : ('broker' as const);
        return { id, role, file: `docker logs ${name}`, lines: `${out}${err}`.split('\n').filter(Boolean).slice(-lines) };
      }),
  );
}

/** Only where the engine's processes are this machine's: elsewhere the same number is somebody else's. */
function residentBytes(pid: number | null): number | null {
  if (pid === null || platform() !== 'linux') return null;
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('kafka.Kafka')) return null;
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return null;
  }
}

interface Wait {
  readonly tell: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
  readonly now?: boolean | undefined;
}
