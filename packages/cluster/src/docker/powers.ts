import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BrokerId } from '@proving/spec';
import type { Powers } from '../driver.ts';
import { brokerDied, noSuchBroker } from '../errors.ts';
import { toolNamed, withBootstrap } from '../jvm/tools.ts';
import { answers } from '../jvm/wire.ts';
import { pass } from '../turnstile.ts';
import { waitFor } from '../wait.ts';
import { Plain } from '../words.ts';
import { complaint, docker } from './command.ts';
import { type Container, containersOf } from './containers.ts';
import { noRunningBroker } from './errors.ts';
import { containerOf, type DockerFiles, serviceOf } from './files.ts';
import type { DockerState } from './state.ts';

/** What can be done to brokers in containers. Each act returns when the engine and the broker's port show it; `seen` is told then. */
export function powersOf(
  files: DockerFiles,
  state: DockerState,
  seen: (found: ReadonlyMap<number, Container>) => void,
  did: (id: BrokerId, is: Container['is']) => void,
): Powers {
  const ports = (id: BrokerId) => {
    const broker = state.brokers.find((each) => each.id === id);
    if (!broker) throw noSuchBroker(id);
    return broker.ports;
  };
  /** Does it, and where docker does not say that it is `then`, looks what came of it. */
  const act = async (id: BrokerId, args: readonly string[], then: Container['is'] | null) => {
    ports(id);
    const answer = await docker([...args, containerOf(files, id)]);
    if (answer.exit === 0 && then !== null) return did(id, then);
    seen(await containersOf(files));
    if (answer.exit === 0) return;
    throw new Plain('broker-not-running', `Broker ${id} could not be reached with docker ${args[0]}.`, { saw: complaint(answer) });
  };
  const isShut = (id: BrokerId) =>
    waitFor(`broker ${id} to be gone`, async () => !(await answers(ports(id).client, 200)), { within: '10s', every: '10ms' });

  return {
    kill: {
      async kill(id) {
        await act(id, ['kill'], 'killed');
        await isShut(id);
      },
      async stop(id) {
        await act(id, ['stop', '--time', '60'], null);
        await isShut(id);
      },
      async restart(id) {
        using _ = await pass(files.lock, 'exclusive', `restarting broker ${id}`);
        await act(id, ['start'], 'up');
        const answering = async () => {
          if (await answers(ports(id).client)) return true;
          const found = await containersOf(files, [id]);
          if (found.get(id)?.exit !== null) throw brokerDied(serviceOf(id), `pnpm cluster logs ${id}`, 'its container ended');
          return false;
        };
        await waitFor(`broker ${id} to answer`, answering, { within: '60s' });
      },
    },
    freeze: { freeze: (id) => act(id, ['pause'], 'frozen'), thaw: (id) => act(id, ['unpause'], 'up') },
    proxy: {
      route(id) {
        const { advertised, proxied } = ports(id);
        return { listen: advertised, forward: proxied };
      },
    },
    files: {
      async path(id, below) {
        ports(id);
        return copied(files, id, below);
      },
    },
    cli: {
      async run(name, args) {
        const { exit, out, err } = await docker(await toolCommand(files, state, name, args), 300_000);
        return { exit: exit ?? 1, out, err };
      },
    },
  };
}

/** The arguments with which docker runs one of Kafka's tools, inside a broker that is up. */
export async function toolCommand(
  files: DockerFiles,
  state: DockerState,
  name: string,
  args: readonly string[],
  how: readonly string[] = [],
) {
  const tool = toolNamed(name);
  const found = await containersOf(files);
  const inside = state.brokers.find(({ id }) => found.get(id)?.is === 'up');
  if (!inside) throw noRunningBroker();
  const bare = name.replace(/\.(sh|bat)$/, '');
  const script = `/opt/kafka/bin/${bare.startsWith('kafka-') ? bare : `kafka-${bare}`}.sh`;
  const bootstrap = state.brokers.map(({ id }) => `${serviceOf(id)}:29092`);
  // The tool shares the broker's container and its limit of memory, and would take the broker's heap settings too.
  const small = ['--env', 'KAFKA_HEAP_OPTS=-Xmx96m'];
  return ['exec', ...small, ...how, containerOf(files, inside.id), script, ...withBootstrap(tool, bootstrap, args)];
}

/** A fresh copy of what a broker keeps under that name, and where it is. The last one is replaced as a whole. */
async function copied(files: DockerFiles, id: BrokerId, below: string): Promise<string> {
  const at = join(files.copies, String(process.pid), String(id), below);
  const draft = join(files.copies, String(process.pid), `.${crypto.randomUUID()}`);
  mkdirSync(draft, { recursive: true });
  mkdirSync(dirname(at), { recursive: true });
  const answer = await docker(['cp', '--quiet', `${containerOf(files, id)}:/var/lib/kafka/data/${below}`, draft]);
  rmSync(at, { recursive: true, force: true });
  if (answer.exit === 0) renameSync(join(draft, basename(below)), at);
  rmSync(draft, { recursive: true, force: true });
  // What is not there yet is not there in the copy either: who reads finds out, as in a broker's own folder.
  return at;
}
