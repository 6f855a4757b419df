import type { Duration } from '@proving/spec';
import type { Progress } from '../../driver.ts';
import { type Files, filesOf } from '../../jvm/files.ts';
import { killMember } from '../../jvm/members.ts';
import { beforeItIsReplaced, isRunning, whoStarts } from '../running.ts';
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
  using _ = await whoStarts(files, tell);
  return (await running(files, beforeItIsReplaced)) ?? raiseRegistry(files, prepared, tell);
}

async function running(files: Files, patience?: Duration): Promise<RegistryState | null> {
  const state = readRegistry(files);
  const isOurs = state !== null && (await isRunning(files, 'registry', () => answers(apiOf(state.port)), patience));
  return isOurs ? state : null;
}

const ours = (files: Files, { port }: RegistryState): SchemaRegistry => ({
  url: apiOf(port),
  kill: () => killMember(files, 'registry'),
});
