import { existsSync } from 'node:fs';
import type { Duration } from '@proving/spec';
import type { Progress } from '../../driver.ts';
import { type Files, filesOf } from '../../jvm/files.ts';
import { processOf } from '../../jvm/member-state.ts';
import { killMember } from '../../jvm/members.ts';
import { isTakenByAnother } from '../../jvm/taken.ts';
import { isAlive, type ProcessId, signal, stateOf } from '../../processes.ts';
import { pass } from '../../turnstile.ts';
import { waitFor } from '../../wait.ts';
import { startedBy } from '../../what.ts';
import { Plain } from '../../words.ts';
import type { SchemaRegistry } from '../service.ts';
import { callOn, registryNamed } from './named.ts';
import { prepareRegistry } from './prepare.ts';
import { raiseRegistry } from './raise.ts';
import { apiOf, type RegistryState, readRegistry } from './state.ts';
import { answers } from './wire.ts';

/**
 * A running registry: the one that `PROVING_REGISTRY` names, else this machine's, which is adopted, healed or started. It ends with
 * the cluster.
 * @throws {Plain} code `not-provable-here`, exit 2, where there can be none; or what stopped it from starting
 */
export async function serveRegistry(tell: (progress: Progress) => void = () => {}): Promise<SchemaRegistry> {
  const named = registryNamed();
  if (named !== null) return callOn(named);
  const files = filesOf('standard');
  return ours(files, (await running(files)) ?? (await raised(files, tell)));
}

async function raised(files: Files, tell: (progress: Progress) => void): Promise<RegistryState> {
  const prepared = await prepareRegistry(tell);
  using _ = await pass(files.lock, 'exclusive', startedBy(), {
    waiting: ([first]) => tell({ doing: `Waiting for ${first?.what} (process ${first?.pid}), which starts the cluster` }),
  });
  // On a busy machine one that has only begun answers late. It is killed when it has had its time, and not before.
  return (await running(files, '10s')) ?? raiseRegistry(files, prepared, tell);
}

/**
 * The one that runs and answers, or that somebody's experiment has as it is; one that a dead experiment left frozen goes on.
 * @param patience how long a living one has to answer
 */
async function running(files: Files, patience: Duration = '1s'): Promise<RegistryState | null> {
  const state = readRegistry(files);
  if (state === null) return null;
  if (isTakenByAnother(files) && existsSync(files.record('registry'))) return state;
  const process = processOf(files, 'registry');
  if (process === null || stateOf(process) === 'gone') return null;
  signal(process, 'SIGCONT');
  return (await answersWithin(patience, apiOf(state.port), process)) ? state : null;
}

async function answersWithin(patience: Duration, url: string, process: ProcessId): Promise<boolean> {
  const ask = async () => ((await answers(url)) ? 'answers' : !isAlive(process) && 'gone');
  try {
    return (await waitFor('the registry to answer', ask, { within: patience })) === 'answers';
  } catch (failure) {
    if (failure instanceof Plain && failure.code === 'not-in-time') return false;
    throw failure;
  }
}

const ours = (files: Files, { port }: RegistryState): SchemaRegistry => ({
  url: apiOf(port),
  kill: () => killMember(files, 'registry'),
});
