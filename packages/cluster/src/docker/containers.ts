import { execFileSync } from 'node:child_process';
import type { BrokerState } from '@proving/spec';
import { type Answer, docker } from './command.ts';
import { containerOf, type DockerFiles } from './files.ts';

/** What the engine says of one container. */
export interface Container {
  readonly is: Exclude<BrokerState, 'starting'>;
  /** The exit code of one that has ended; null while it runs. */
  readonly exit: number | null;
  /** As the engine's machine counts; 0: it does not run. */
  readonly pid: number;
}

/** The containers of the cluster that exist, by node id. */
export async function containersOf(files: DockerFiles, ids: readonly number[] = members): Promise<ReadonlyMap<number, Container>> {
  return read(files, ids, await docker(question(files, ids), 10_000));
}

/** The same while nothing else happens: for who cannot wait. */
export function containersNow(files: DockerFiles, ids: readonly number[]): ReadonlyMap<number, Container> {
  try {
    const out = execFileSync('docker', question(files, ids), {
      encoding: 'utf8',
      timeout: 10_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return read(files, ids, { out });
  } catch (failure) {
    return read(files, ids, { out: String((failure as { stdout?: unknown }).stdout ?? '') });
  }
}

const question = (files: DockerFiles, ids: readonly number[]): string[] => [
  'inspect',
  '--type=container',
  '--format={{.Name}} {{.State.Status}} {{.State.ExitCode}} {{.State.Pid}}',
  ...ids.map((id) => containerOf(files, id)),
];

function read(files: DockerFiles, ids: readonly number[], { out }: Pick<Answer, 'out'>): ReadonlyMap<number, Container> {
  const lines = new Map(out.split('\n').map((line) => [line.split(' ')[0]?.replace('/', ''), line.split(' ').slice(1)] as const));
  return new Map(
    ids.flatMap((id) => {
      const line = lines.get(containerOf(files, id));
      return line === undefined ? [] : [[id, containerIn(line)] as const];
    }),
  );
}

function containerIn([status = '', exit = '', pid = '']: readonly string[]): Container {
  const runs = status === 'running' || status === 'paused';
  return { is: stateOf(status, Number(exit)), exit: runs || status === 'created' ? null : Number(exit), pid: Number(pid) };
}

/** A JVM that ended on SIGTERM says 143 (128 + 15), one that was killed 137 (128 + 9). */
function stateOf(status: string, exit: number): Container['is'] {
  if (status === 'running') return 'up';
  if (status === 'paused') return 'frozen';
  return status === 'created' || exit === 0 || exit === 143 ? 'stopped' : 'killed';
}

export const members = [100, 1, 2, 3] as const;
