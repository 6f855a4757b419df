import { readFileSync } from 'node:fs';
import { writeDurably } from '../../durable.ts';
import type { Files } from '../../jvm/files.ts';
import { registryVersion } from './version.ts';

/** What the registry of this machine is. Who its process is stands in `run/registry.pid`, written by the process itself. */
export interface RegistryState {
  readonly format: 1;
  readonly version: string;
  /** Of the Java that runs it: `25.0.3`. */
  readonly java: string;
  readonly port: number;
}

/** What was started last; null when nothing was, or by another version of the course. */
export function readRegistry(files: Files): RegistryState | null {
  try {
    const state = JSON.parse(readFileSync(files.registry, 'utf8')) as RegistryState;
    return state.format === 1 && state.version === registryVersion && state.port > 0 ? state : null;
  } catch {
    return null;
  }
}

export const writeRegistry = (files: Files, state: RegistryState): void =>
  writeDurably(files.registry, `${JSON.stringify(state, null, 2)}\n`);

/** Where the Confluent-compatible API of Apicurio begins. */
export const apiOf = (port: number): string => `http://127.0.0.1:${port}/apis/ccompat/v7`;
