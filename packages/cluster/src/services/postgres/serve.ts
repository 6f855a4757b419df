import { existsSync } from 'node:fs';
import type { Duration } from '@proving/spec';
import type { Progress } from '../../driver.ts';
import { type Files, filesOf } from '../../jvm/files.ts';
import { processOf } from '../../jvm/member-state.ts';
import { isTakenByAnother } from '../../jvm/taken.ts';
import { isAlive, type ProcessId, signal, stateOf } from '../../processes.ts';
import { pass } from '../../turnstile.ts';
import { waitFor } from '../../wait.ts';
import { startedBy } from '../../what.ts';
import { Plain } from '../../words.ts';
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
  using _ = await pass(files.lock, 'exclusive', startedBy(), {
    waiting: ([first]) => tell({ doing: `Waiting for ${first?.what} (process ${first?.pid}), which starts the cluster` }),
  });
  // On a busy machine one that has only begun answers late. It is stopped when it has had its time, and not before.
  const found = await running(files, '10s');
  if (found) return found;
  return { url: urlOf(files, await raisePostgres(files, prepared, tell)) ?? '' };
}

/**
 * The one that runs and answers, or that somebody's experiment has as it is; one that a dead experiment left frozen goes on.
 * @param patience how long a living one has to answer
 */
async function running(files: Files, patience: Duration = '1s'): Promise<Postgres | null> {
  const state = readPostgres(files);
  const url = state && urlOf(files, state);
  if (!url) return null;
  if (isTakenByAnother(files) && existsSync(files.record('postgres'))) return { url };
  const process = processOf(files, 'postgres');
  if (process === null || stateOf(process) === 'gone') return null;
  signal(process, 'SIGCONT');
  return (await answersWithin(patience, url, process)) ? { url } : null;
}

async function answersWithin(patience: Duration, url: string, process: ProcessId): Promise<boolean> {
  const ask = async () => ((await answers(url)) ? 'answers' : !isAlive(process) && 'gone');
  try {
    return (await waitFor('Postgres to answer', ask, { within: patience })) === 'answers';
  } catch (failure) {
    if (failure instanceof Plain && failure.code === 'not-in-time') return false;
    throw failure;
  }
}
