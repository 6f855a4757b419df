import { stopCluster } from '@proving/cluster';
import { coolDown } from '@proving/runner';
import { dockerDriver } from '../../packages/cluster/src/docker/driver.ts';
import { buildCompose } from '../docker-stand-in/compose.ts';
import { environment, fetchEngine, startEngine, stopEngine } from '../docker-stand-in/engine.ts';
import { buildImage } from '../docker-stand-in/image.ts';
import { lackingForStandIn } from '../docker-stand-in/needs.ts';
import { markRun, sweep } from './killed-runs.ts';
import { proveEverything } from './proofs.ts';
import { removeContainers } from './remove-containers.ts';
import { nothing, type Tally, together } from './tally.ts';

/**
 * The suite of the drivers and what these lessons prove, on the same brokers in containers: on the engine of this machine, or on a
 * stand-in that is gone afterwards. Where neither engine can be had nothing is judged: it counts as skipped, and the reason is said.
 */
export async function onContainers(
  root: string,
  signal: AbortSignal,
  say: (line: string) => void,
  vitest: (files: string) => Promise<Tally>,
  lessons: readonly string[],
): Promise<Tally> {
  const before = { ...process.env };
  await sweep(say);
  using _ = markRun();
  try {
    // Two clusters are too many for a small machine.
    await stopCluster({ now: true, driver: 'jvm' });
    const lacking = await engineFor(signal, say);
    if (lacking !== null) {
      say(`not judged here, the suite${lessons.map((number) => ` and lesson ${number}`).join('')}: ${lacking}`);
      return { ...nothing, skipped: 1 + lessons.length };
    }
    const suite = await vitest('conformance');
    signal.throwIfAborted();
    process.env['PROVING_DRIVER'] = 'docker';
    await coolDown();
    const proofs = await proveEverything(root, signal, say, (number) => lessons.includes(number));
    signal.throwIfAborted();
    // Last, because it ends with no containers.
    return [proofs, await vitest('idle')].reduce(together, suite);
  } finally {
    await removeContainers().catch((error: unknown) => say(`the containers did not stop: ${String(error)}`));
    await stopEngine();
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** Null: docker commands have an engine now. Else why not. */
async function engineFor(signal: AbortSignal, say: (line: string) => void): Promise<string | null> {
  if ((await dockerDriver().probe()).ready) return null;
  const lacking = lackingForStandIn();
  if (lacking !== null) return lacking;
  try {
    await fetchEngine();
    await buildCompose(signal);
    await startEngine();
    Object.assign(process.env, environment());
    say(`on a stand-in for ${await buildImage()}: its jars and its contract, with this machine's Java and shell`);
    return null;
  } catch (failure) {
    signal.throwIfAborted();
    return failure instanceof Error ? failure.message : String(failure);
  }
}
