import type { Duration } from '@proving/spec';
import type { Progress } from '../../driver.ts';
import { type Files, filesOf } from '../../jvm/files.ts';
import { beforeItIsReplaced, isRunning, whoStarts } from '../running.ts';
import type { Postgres } from '../service.ts';
import { callOnPostgres, postgresNamed } from './named.ts';
import { preparePostgres } from './prepare.ts';
import { raisePostgres } from './raise.ts';
import { readPostgres, urlOf } from './state.ts';
import { answers } from './wire.ts';

/**
 * A running Postgres: the one that `PROVING_POSTGRES` names, else this machine's, which is adopted, healed or started. It ends with
 * the cluster.
 * @throws {Plain} code `not-provable-here`, exit 2, where there can be none; or what stopped it from starting
 */
export async function servePostgres(tell: (progress: Progress) => void = () => {}): Promise<Postgres> {
  const named = postgresNamed();
  if (named !== null) return callOnPostgres(named);
  const files = filesOf('standard');
  return (await running(files)) ?? raised(files, tell);
}

async function raised(files: Files, tell: (progress: Progress) => void): Promise<Postgres> {
  const prepared = await preparePostgres(files);
  using _ = await whoStarts(files, tell);
  const found = await running(files, beforeItIsReplaced);
  return found ?? { url: urlOf(files, await raisePostgres(files, prepared, tell)) ?? '' };
}

async function running(files: Files, patience?: Duration): Promise<Postgres | null> {
  const state = readPostgres(files);
  const url = state && urlOf(files, state);
  return url && (await isRunning(files, 'postgres', () => answers(url), patience)) ? { url } : null;
}
