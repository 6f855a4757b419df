import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../../durable.ts';
import type { Files } from '../../jvm/files.ts';
import { binaries } from './version.ts';

/** What Postgres of this machine is. Who its process is stands in `run/postgres.pid`, written by the process itself. */
export interface PostgresState {
  readonly format: 1;
  readonly version: string;
  readonly port: number;
}

/** What was started last; null when nothing was, or by another version of the course. */
export function readPostgres(files: Files): PostgresState | null {
  try {
    const state = JSON.parse(readFileSync(files.postgres, 'utf8')) as PostgresState;
    return state.format === 1 && state.version === binaries()?.version && state.port > 0 ? state : null;
  } catch {
    return null;
  }
}

export const writePostgres = (files: Files, state: PostgresState): void =>
  writeDurably(files.postgres, `${JSON.stringify(state, null, 2)}\n`);

export const folderOf = (files: Files): string => join(files.tables, 'pgdata');
export const passwordFile = (files: Files): string => join(files.tables, 'password');

/** With the password, which is another one for each data folder and readable by its owner alone. */
export function urlOf(files: Files, { port }: PostgresState): string | null {
  try {
    const password = readFileSync(passwordFile(files), 'utf8').trim();
    return `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  } catch {
    return null;
  }
}

export const superuser = 'proving';
