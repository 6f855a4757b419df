import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeDurably } from '../durable.ts';
import { freeBlock } from '../jvm/ports.ts';
import { settingsMark } from '../jvm/state.ts';
import { kafkaVersion } from '../version.ts';
import { composeFile, type DockerFiles, serviceOf } from './files.ts';

/** Where the doors of a broker are on this machine. All on 127.0.0.1. */
export interface DoorPorts {
  readonly client: number;
  /** Leads to the PROXIED listener … */
  readonly proxied: number;
  /** … and what that listener advertises, where only an open proxy listens. */
  readonly advertised: number;
}

export interface DockerState {
  readonly format: 2;
  readonly kafka: string;
  /** Of the compose file and the lab's settings; containers that were made of others are made anew. */
  readonly made: string;
  /** When it was started, ISO. */
  readonly since: string;
  readonly brokers: readonly { readonly id: number; readonly ports: DoorPorts }[];
}

/** Null: never started, or by another version of the course. */
export function readDockerState(files: DockerFiles): DockerState | null {
  try {
    const state = JSON.parse(readFileSync(files.state, 'utf8')) as DockerState;
    return state.format === 2 && state.made === madeOf() && state.brokers.length === 3 ? state : null;
  } catch {
    return null;
  }
}

export async function newDockerState(): Promise<DockerState> {
  const [...free] = await freeBlock(9);
  const next = () => free.shift() as number;
  const brokers = [1, 2, 3].map((id) => ({ id, ports: { client: next(), proxied: next(), advertised: next() } }));
  return { format: 2, kafka: kafkaVersion, made: madeOf(), since: new Date().toISOString(), brokers };
}

/**
 * The state, and beside it what compose is to lay over the file of the course: the ports of this machine, and no health checks. The
 * driver asks the brokers themselves, over their ports; the engine would run a shell in each container each second, for as long as they
 * live. Without them all four are started at once.
 */
export function writeDockerState(files: DockerFiles, state: DockerState): void {
  const unchecked = '    healthcheck: { disable: true }';
  const services = state.brokers.map(({ id, ports: { client, proxied, advertised } }) =>
    [
      `  ${serviceOf(id)}:`,
      '    environment:',
      `      KAFKA_ADVERTISED_LISTENERS: INTERNAL://${serviceOf(id)}:29092,CLIENT://127.0.0.1:${client},PROXIED://127.0.0.1:${advertised}`,
      `    ports: !override ["127.0.0.1:${client}:9092", "127.0.0.1:${proxied}:9094"]`,
      '    depends_on: { controller: { condition: service_started } }',
      unchecked,
    ].join('\n'),
  );
  writeDurably(files.laidOver, `services:\n  controller:\n${unchecked}\n${services.join('\n')}\n`);
  writeDurably(files.state, `${JSON.stringify(state, null, 2)}\n`);
}

export const bootstrapOf = ({ brokers }: DockerState): readonly string[] => brokers.map(({ ports }) => `127.0.0.1:${ports.client}`);

/** Whether a cluster in containers was started here and not stopped; the engine is not asked. */
export const isMeantToRun = (files: DockerFiles): boolean => existsSync(files.runs);

/** As the compose file says it. */
export const clusterId = (): string => /^ {2}CLUSTER_ID: (\S+)$/m.exec(readFileSync(composeFile, 'utf8'))?.[1] ?? '';

const madeOf = (): string => createHash('sha256').update(readFileSync(composeFile)).update(settingsMark).digest('hex').slice(0, 16);
