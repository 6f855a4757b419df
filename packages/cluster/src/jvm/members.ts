import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Service } from '@proving/spec';
import { isAlive, type ProcessId, signal } from '../processes.ts';
import { waitFor } from '../wait.ts';
import type { Files } from './files.ts';
import { javaArguments } from './java.ts';
import { type Launched, launch } from './launch.ts';
import { processOf } from './member-state.ts';
import { nodeConfig, properties } from './node-config.ts';
import type { Prepared } from './prepare.ts';
import type { Member } from './shape.ts';
import { portsOf, type State } from './state.ts';

/** Starts one process of the cluster on its data; formats the folder first if it has none. Returns before it answers. */
export function startMember(files: Files, state: State, prepared: Prepared, member: Member): Promise<Launched> {
  const folder = files.folder(member.id);
  format(folder, member.id, state.clusterId, prepared.kafka.checkpoint);
  for (const file of [files.config(member.id), files.log(member.id)]) mkdirSync(dirname(file), { recursive: true });
  writeFileSync(files.config(member.id), nodeConfig(member, portsOf(state), folder));
  rmSync(files.stopped(member.id), { force: true });
  const args = javaArguments({
    kafka: prepared.kafka,
    heapMB: heapMB[member.role],
    archive: prepared.archive,
    logging: prepared.kafka.serverLogging,
    log: files.log(member.id),
    main: 'kafka.Kafka',
    args: [files.config(member.id)],
  });
  return launch(prepared.jdk.java, args, { record: files.record(member.id), out: files.out(member.id), cwd: files.cluster });
}

/** SIGKILL, and waits until it is gone. Postgres first has the time to take its helpers along: they would hold its folder. */
export async function killMember(files: Files, id: number | Service): Promise<void> {
  const process = processOf(files, id);
  if (!process) return;
  if (id === 'postgres') await quit(process);
  signal(process, 'SIGKILL');
  await waitFor(`process ${process.pid} to be gone`, () => !isAlive(process), { within: '10s', every: '2ms' });
}

/** An "immediate shutdown" (PostgreSQL docs, Shutting Down the Server): as abrupt as a kill, for all of its processes at once. */
async function quit(process: ProcessId): Promise<void> {
  signal(process, 'SIGQUIT');
  signal(process, 'SIGCONT');
  const isGone = waitFor(`process ${process.pid} to be gone`, () => !isAlive(process), { within: '6s', every: '2ms' });
  await isGone.catch(() => undefined);
}

/** What `kafka-storage format` writes, without a JVM: the checkpoint first, so that a folder with `meta.properties` is whole. */
function format(folder: string, id: number, clusterId: string, checkpoint: string): void {
  const meta = join(folder, 'meta.properties');
  if (existsSync(meta)) return;
  mkdirSync(folder, { recursive: true });
  copyFileSync(checkpoint, join(folder, 'bootstrap.checkpoint'));
  writeFileSync(
    `${meta}.new`,
    properties({ version: '1', 'cluster.id': clusterId, 'node.id': String(id), 'directory.id': newUuid() }),
  );
  renameSync(`${meta}.new`, meta);
}

/**
 * A folder that says it belongs to another cluster or process: a broker starts on it and then waits for ever, unregistered.
 * Null: every folder that exists is ours.
 */
export function strangeFolder(files: Files, state: State): string | null {
  for (const { id } of state.members) {
    const meta = join(files.folder(id), 'meta.properties');
    if (!existsSync(meta)) continue;
    const lines = readFileSync(meta, 'utf8').split(/\r?\n/);
    const missing = [`cluster.id=${state.clusterId}`, `node.id=${id}`].find((line) => !lines.includes(line));
    if (missing !== undefined) return `${meta} does not say ${missing}`;
  }
  return null;
}

/** As Kafka writes its ids: 16 random bytes in URL-safe base 64, never with a leading dash. */
export function newUuid(): string {
  for (;;) {
    const id = randomBytes(16).toString('base64url');
    if (!id.startsWith('-')) return id;
  }
}

const heapMB = { broker: 192, controller: 128 } as const;
