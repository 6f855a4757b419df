import { complaint, docker } from '../../docker/command.ts';
import type { Progress } from '../../driver.ts';
import { kafkaVersion } from '../../version.ts';
import type { ContainerEngine } from '../service.ts';
import { engineRefused, noEngine, noImage } from './errors.ts';
import { probeEngine } from './probe.ts';

const label = 'kafka-proving-ground.run';

/**
 * The engine of this machine, with the image of the pinned Kafka. Nothing of it is started here: what a test starts carries the label
 * of its run, and goes with it.
 * @throws {Plain} code `not-provable-here`, exit 2, without an engine, or where the image can neither be found nor fetched
 */
export async function serveEngine(tell: (progress: Progress) => void = () => {}): Promise<ContainerEngine> {
  const { host, lacking } = await probeEngine();
  if (lacking !== null || host === null) throw noEngine(lacking ?? { because: 'no engine answers', fix: 'start Docker' });
  const image = `apache/kafka:${kafkaVersion}`;
  if ((await docker(['image', 'inspect', '--format', '{{.Id}}', image], 10_000)).exit !== 0) {
    tell({ doing: `Fetching the image ${image}, once` });
    const pulled = await docker(['pull', '--quiet', image], 900_000);
    if (pulled.exit !== 0) throw noImage(image, complaint(pulled));
  }
  return { host, image, network: makeNetwork, remove: removeRun };
}

/** What killed runs left on the engine. False: none answers now. */
export async function removeContainers(runs: readonly string[]): Promise<boolean> {
  if ((await probeEngine()).lacking !== null) return false;
  for (const run of runs) await removeRun(run);
  return true;
}

/** Ports that are published from it are published on 127.0.0.1. */
async function makeNetwork(run: string): Promise<{ readonly network: string; readonly labels: Readonly<Record<string, string>> }> {
  const loopback = 'com.docker.network.bridge.host_binding_ipv4=127.0.0.1';
  await done(['network', 'create', '--opt', loopback, '--label', `${label}=${run}`, run]);
  return { network: run, labels: { [label]: run } };
}

async function removeRun(run: string): Promise<void> {
  const filter = ['--filter', `label=${label}=${run}`];
  const containers = (await done(['ps', '--all', '--quiet', ...filter])).split('\n').filter(Boolean);
  if (containers.length > 0) await done(['rm', '--force', '--volumes', ...containers]);
  const networks = (await done(['network', 'ls', '--quiet', ...filter])).split('\n').filter(Boolean);
  if (networks.length > 0) await done(['network', 'rm', ...networks]);
}

async function done(args: readonly string[]): Promise<string> {
  const answer = await docker(args);
  if (answer.exit === 0) return answer.out;
  throw engineRefused(complaint(answer));
}
