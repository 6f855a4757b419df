import { coolDown } from '@proving/runner';
import { dockerDriver } from '../../packages/cluster/src/docker/driver.ts';
import { stopDocker } from '../../packages/cluster/src/docker/upkeep.ts';
import { buildCompose } from '../docker-stand-in/compose.ts';
import { environment, fetchEngine, startEngine, stopEngine } from '../docker-stand-in/engine.ts';
import { buildImage } from '../docker-stand-in/image.ts';
import { proveEverything } from './proofs.ts';
import { nothing, type Tally, together } from './tally.ts';

/** The suite of the drivers and what these lessons prove, on an engine. */
const lessons = ['01', '07'];

/**
 * The same brokers in containers: on the engine of this machine, or on a stand-in that is gone afterwards. Where neither can be had
 * nothing is judged: it counts as skipped, and the reason is said.
 */
export async function onContainers(
  root: string,
  signal: AbortSignal,
  say: (line: string) => void,
  vitest: (project: string) => Promise<Tally>,
): Promise<Tally> {
  const before = { ...process.env };
  try {
    const lacking = await engineFor(say);
    if (lacking !== null) {
      say(`not judged here, the suite and lessons ${lessons.join(' and ')}: ${lacking}`);
      return { ...nothing, skipped: 1 + lessons.length };
    }
    const suite = await vitest('containers');
    signal.throwIfAborted();
    process.env['PROVING_DRIVER'] = 'docker';
    await coolDown();
    return together(suite, await proveEverything(root, signal, say, (number) => lessons.includes(number)));
  } finally {
    await stopDocker({ tell: () => {}, now: true }).catch((error: unknown) => say(`the containers did not stop: ${String(error)}`));
    await stopEngine();
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** Null: docker commands have an engine now. Else why not. */
async function engineFor(say: (line: string) => void): Promise<string | null> {
  if ((await dockerDriver().probe()).ready) return null;
  if (process.platform !== 'linux') return 'no docker engine answers, and the stand-in for one is Debian’s';
  try {
    await fetchEngine();
    await buildCompose();
    await startEngine();
    Object.assign(process.env, environment());
    say(`on a stand-in for ${await buildImage()}: its jars and its contract, with this machine's Java and shell`);
    return null;
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}
