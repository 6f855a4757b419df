import type { Files } from '../../jvm/files.ts';
import { processOf } from '../../jvm/member-state.ts';
import { freeFolder } from '../../jvm/room.ts';
import { residentBytes, stateOf } from '../../processes.ts';
import { postgresNamed, withoutPassword } from './named.ts';
import { lookForPostgres } from './prepare.ts';
import { readPostgres, superuser } from './state.ts';
import { binaries, release } from './version.ts';

/** The Postgres that runs beside the brokers of this machine. */
export interface PostgresStatus {
  readonly is: 'up' | 'frozen' | 'killed';
  /** `18.4`. */
  readonly version: string;
  /** Without its password. */
  readonly url: string;
  readonly port: number;
  readonly pid: number | null;
  /** Of its first process; each connection has one more. */
  readonly residentBytes: number | null;
}

/** Null: none was asked for since the cluster was started. */
export function postgresStatus(files: Files): PostgresStatus | null {
  const state = readPostgres(files);
  const process = processOf(files, 'postgres');
  if (state === null || process === null) return null;
  const is = ({ running: 'up', frozen: 'frozen', gone: 'killed' } as const)[stateOf(process)];
  const alive = is !== 'killed';
  return {
    is,
    version: release(state.version),
    url: `postgres://${superuser}@127.0.0.1:${state.port}/postgres`,
    port: state.port,
    pid: alive ? process.pid : null,
    residentBytes: alive ? residentBytes(process) : null,
  };
}

/** What this machine has for a Postgres. */
export interface PostgresProbe {
  /** What `PROVING_POSTGRES` names, without its password; null: nothing. */
  readonly named: string | null;
  /** `18.4`; null: npm has installed none. */
  readonly version: string | null;
  /** Why it cannot run here, and what would help; null: it can. */
  readonly lacking: { readonly because: string; readonly fix: string } | null;
}

export async function probePostgres(home: string): Promise<PostgresProbe> {
  const named = postgresNamed();
  const version = binaries()?.version;
  const found = named === null ? await lookForPostgres(freeFolder(home)) : null;
  return {
    named: named && withoutPassword(named),
    version: version === undefined ? null : release(version),
    lacking: found !== null && 'because' in found ? found : null,
  };
}
