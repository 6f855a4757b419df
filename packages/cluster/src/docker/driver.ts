import { accessSync, constants, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Duration, Shape } from '@proving/spec';
import type { Driver, Progress, Readiness } from '../driver.ts';
import { plainly } from '../errors.ts';
import { ensureKeeper, keeperLives, touch } from '../jvm/idle.ts';
import { isTakenByAnother } from '../jvm/taken.ts';
import { pass } from '../turnstile.ts';
import { startedBy } from '../what.ts';
import { complaint, docker as run } from './command.ts';
import { DockerCluster } from './docker-cluster.ts';
import { shapeInContainers } from './errors.ts';
import { type DockerFiles, dockerFiles } from './files.ts';
import { healthOf } from './health.ts';
import { type DockerState, isMeantToRun, readDockerState } from './state.ts';

type Tell = (progress: Progress) => void;

/** Containers from the root's `docker-compose.yml`. `docker` is the command, for a test of what is said where it is missing. */
export function dockerDriver(docker = 'docker'): Driver {
  return { name: 'docker', probe: () => probe(docker), start };
}

async function start(shape: Shape, tell: Tell): Promise<DockerCluster> {
  if (shape !== 'standard') throw shapeInContainers(shape);
  const files = dockerFiles();
  return plainly(files.home, async () => {
    mkdirSync(files.cluster, { recursive: true });
    accessSync(files.cluster, constants.W_OK);
    touch(files);
    const user = await pass(files.users, 'shared', startedBy());
    try {
      return new DockerCluster(files, await found(files, tell), user, (within) => whole(files, tell, within));
    } catch (failure) {
      user[Symbol.dispose]();
      throw failure;
    }
  });
}

/** The cluster that runs, if it is whole or somebody's experiment has it as it is; else one that is raised now. */
async function found(files: DockerFiles, tell: Tell): Promise<DockerState> {
  const remembered = readDockerState(files);
  if (remembered !== null && isMeantToRun(files) && keeperLives(files)) {
    if (isTakenByAnother(files)) return remembered;
    if ((await healthOf(files, remembered)).kind === 'whole') return remembered;
  }
  return whole(files, tell);
}

async function whole(files: DockerFiles, tell: Tell, within: Duration = '180s'): Promise<DockerState> {
  const { raise } = await import('./raise.ts');
  using _ = await pass(files.lock, 'exclusive', startedBy(), {
    waiting: ([first]) => tell({ doing: `Waiting for ${first?.what} (process ${first?.pid}), which starts the cluster` }),
  });
  const remembered = readDockerState(files);
  const health = remembered !== null && isMeantToRun(files) ? await healthOf(files, remembered) : null;
  const isWhole = remembered !== null && health?.kind === 'whole';
  const state = isWhole ? remembered : await raise(files, tell, within, health?.kind === 'lacking' ? health.found : null);
  // A learner's context, DOCKER_HOST and plugins count for who stops them too.
  await ensureKeeper(files, [stopper, files.home], process.env);
  return state;
}

const stopper = fileURLToPath(new URL('./idle-stop.ts', import.meta.url));

const fix =
  'start Docker (or install it from docs.docker.com), or install a JDK 17 or newer and Maven: the course then runs the same brokers without containers';

/** Whether docker, an engine and compose are here, in the words of the docker command. */
async function probe(docker: string): Promise<Readiness> {
  const engine = await run(['version', '--format', '{{.Server.Version}}'], 5_000, docker);
  if (engine.exit === null && engine.err.includes('ENOENT'))
    return { ready: false, because: 'There is no docker command here.', fix };
  if (engine.exit !== 0) return { ready: false, because: `No docker engine answers: ${sentence(complaint(engine))}`, fix };
  const compose = await run(['compose', 'version', '--short'], 5_000, docker);
  if (compose.exit !== 0)
    return {
      ready: false,
      because: `docker has no compose plugin: ${sentence(complaint(compose))}`,
      fix: 'install the compose plugin (docs.docker.com/compose/install)',
    };
  if (!isRecent(compose.out.trim()))
    return {
      ready: false,
      because: `docker compose is ${compose.out.trim()}; 2.24.4 or newer is needed.`,
      fix: 'install a newer compose plugin (docs.docker.com/compose/install)',
    };
  return { ready: true };
}

/** From 2.24.4 on a second file can replace the ports of the first. */
function isRecent(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.replace(/^v/, '').split(/[.-]/).map(Number);
  return major > 2 || (major === 2 && (minor > 24 || (minor === 24 && patch >= 4)));
}

const sentence = (said: string): string => (/[.?!]$/.test(said) ? said : `${said}.`);
