import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Shape } from '@proving/spec';
import { labSettings } from '../../kafka/settings.ts';
import { writeDurably } from '../durable.ts';
import { kafkaVersion } from '../version.ts';
import type { Files } from './files.ts';
import type { Jdk } from './jdk.ts';
import { type Ports, portsIn } from './ports.ts';
import type { Member } from './shape.ts';

/**
 * What the cluster of this machine is. Who its processes are stands beside it, one file each, written by the process itself:
 * `run/<node.id>.pid`.
 */
export interface State {
  readonly format: 1;
  readonly shape: Shape;
  readonly kafka: string;
  /** Of the lab's settings; a cluster that was made with others is made anew. */
  readonly settings: string;
  readonly clusterId: string;
  readonly jdk: Pick<Jdk, 'java' | 'version'>;
  /** When it was started, ISO. */
  readonly since: string;
  readonly members: readonly (Member & { readonly ports: Ports })[];
}

export const settingsMark = createHash('sha256').update(JSON.stringify(labSettings)).digest('hex').slice(0, 16);

/** `absent`: never started, or stopped and wiped. `foreign`: made by another version of the course. */
export type Remembered =
  | { readonly kind: 'state'; readonly state: State }
  | { readonly kind: 'absent' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unreadable'; readonly saw: string };

export function readState(files: Files): Remembered {
  let text: string;
  try {
    text = readFileSync(files.state, 'utf8');
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'absent' };
    return { kind: 'unreadable', saw: (failure as Error).message };
  }
  try {
    const state = JSON.parse(text) as State;
    if (state.format !== 1 || state.kafka !== kafkaVersion || state.settings !== settingsMark) return { kind: 'foreign' };
    const whole =
      state.members.length > 0 && state.members.every(({ id, ports }) => id > 0 && portsIn(ports).every((port) => port > 0));
    return whole ? { kind: 'state', state } : { kind: 'unreadable', saw: 'it names no ports' };
  } catch (failure) {
    return { kind: 'unreadable', saw: (failure as Error).message };
  }
}

export const writeState = (files: Files, state: State): void => writeDurably(files.state, `${JSON.stringify(state, null, 2)}\n`);

export const portsOf = (state: State): ReadonlyMap<number, Ports> => new Map(state.members.map(({ id, ports }) => [id, ports]));

/** The addresses of the CLIENT listeners. */
export const bootstrapOf = (state: State): readonly string[] =>
  state.members.flatMap(({ ports }) => ('client' in ports ? [`127.0.0.1:${ports.client}`] : []));
