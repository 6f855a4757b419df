import { existsSync, rmSync } from 'node:fs';
import { type Shape, services } from '@proving/spec';
import type { Cluster, Progress } from '../driver.ts';
import { queueUp } from '../leases.ts';
import { isAlive, residentBytes } from '../processes.ts';
import { postgresStatus } from '../services/postgres/status.ts';
import { registryStatus } from '../services/registry/status.ts';
import { holders, pass } from '../turnstile.ts';
import type { ClusterStatus, MemberLog } from '../upkeep.ts';
import { kafkaVersion } from '../version.ts';
import { startedBy } from '../what.ts';
import { jvmDriver } from './driver.ts';
import { type Files, filesOf } from './files.ts';
import { idleLeft } from './idle.ts';
import { memberState, processOf } from './member-state.ts';
import { membersOf } from './shape.ts';
import { readState } from './state.ts';
import { lower } from './stop.ts';
import { tail } from './why.ts';

export function statusOf(shape: Shape): ClusterStatus {
  const files = filesOf(shape);
  const remembered = readState(files);
  const state = remembered.kind === 'state' ? remembered.state : null;
  const members = (state?.members ?? membersOf(shape).map((member) => ({ ...member, ports: {} }))).map((member) => {
    const process = processOf(files, member.id);
    const alive = process !== null && isAlive(process);
    return {
      id: member.id,
      role: member.role,
      is: memberState(files, member.id),
      pid: alive ? process.pid : null,
      ports: { ...member.ports } as Record<string, number>,
      residentBytes: alive ? residentBytes(process) : null,
    };
  });
  const registry = registryStatus(files);
  const postgres = postgresStatus(files);
  const running = members.filter(({ pid }) => pid !== null).length;
  const is = running === 0 ? 'down' : members.every((member) => member.is === 'up') ? 'up' : 'partly';
  return {
    driver: 'jvm',
    shape,
    is,
    kafka: state?.kafka ?? kafkaVersion,
    java: state?.jdk.version ?? null,
    since: is === 'down' ? null : (state?.since ?? null),
    members,
    registry,
    postgres,
    residentBytes: [...members, registry, postgres].reduce((sum, each) => sum + (each?.residentBytes ?? 0), 0),
    idleLeft: is === 'down' ? null : idleLeft(files),
    leases: holders(files.leases),
    users: holders(files.users),
    folder: files.cluster,
  };
}

/** Stops the processes; data and ports stay. Waits for those who hold the cluster, unless told not to. False: nothing ran. */
export async function stopJvm(shape: Shape, options: Wait): Promise<boolean> {
  const files = filesOf(shape);
  using _ = options.now ? null : await alone(files, options);
  using _lock = await pass(files.lock, 'exclusive', startedBy(), { signal: options.signal });
  const ran = statusOf(shape).is !== 'down';
  if (ran) options.tell({ doing: 'Stopping Kafka' });
  await lower(files);
  return ran;
}

/** Stops it, wipes its data and starts it afresh on the same ports. */
export async function resetJvm(shape: Shape, options: Wait): Promise<Cluster> {
  const files = filesOf(shape);
  await stopJvm(shape, options);
  {
    using _lock = await pass(files.lock, 'exclusive', startedBy(), { signal: options.signal });
    await lower(files);
    for (const folder of [files.data, files.logs]) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
  return jvmDriver.start(shape, options.tell);
}

export function logsOf(shape: Shape, lines: number): readonly MemberLog[] {
  const files = filesOf(shape);
  const last = (...written: readonly string[]) =>
    written
      .map((file) => tail(file))
      .join('')
      .split('\n')
      .filter(Boolean)
      .slice(-lines);
  const members = membersOf(shape).map(({ id, role }) => {
    const file = files.log(id);
    return { id, role, file, lines: last(files.out(id), file) };
  });
  const beside = services.flatMap((id) => {
    const file = files.out(id);
    return existsSync(file) ? [{ id, role: 'service', file, lines: last(file) } as const] : [];
  });
  return [...members, ...beside];
}

interface Wait {
  readonly tell: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
  readonly now?: boolean | undefined;
}

async function alone(files: Files, { tell, signal }: Wait): Promise<Disposable> {
  return queueUp(files.leases, 'exclusive', { tell, signal });
}
