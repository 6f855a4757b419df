import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import type { Duration } from '@proving/spec';
import type { Progress } from '../driver.ts';
import { brokerDied, notHealed } from '../errors.ts';
import { kafkaVersion } from '../version.ts';
import { between } from '../wait.ts';
import { ms } from '../words.ts';
import { complaint, docker } from './command.ts';
import { compose } from './compose.ts';
import { type Container, containersOf, members } from './containers.ts';
import { composeRefused, imageMissing } from './errors.ts';
import { containerOf, type DockerFiles, serviceOf } from './files.ts';
import { healthOf, troublesOf } from './health.ts';
import { type DockerState, newDockerState, readDockerState, writeDockerState } from './state.ts';

type Tell = (progress: Progress) => void;

/**
 * Brings the containers to life: what is paused goes on, what has ended is started on its data, what does not exist is made. Called
 * with the cluster's lock held.
 * @throws {Plain} what cannot be healed, and what docker or the broker said
 */
export async function raise(
  files: DockerFiles,
  tell: Tell,
  within: Duration,
  seen: ReadonlyMap<number, Container> | null,
): Promise<DockerState> {
  const deadline = performance.now() + ms(within);
  mkdirSync(files.cluster, { recursive: true });
  let found = seen ?? (await containersOf(files));
  let state = recalled(files, found);
  if (state === null) {
    state = await afresh(files, tell);
    found = new Map();
  }
  writeFileSync(files.runs, '');
  let refusals = 0;
  for (;;) {
    const refused = await bringBack(files, found, tell);
    if (refused === null) {
      const health = await untilWhole(files, state, tell, deadline);
      if (health.kind === 'whole') return state;
      if (health.ended.length === 0 || ++refusals > 1) throw await giveUp(files, health);
    } else if (isAboutPorts(refused)) {
      tell({ doing: 'A port of the cluster is taken by another program; choosing new ones' });
      state = { ...(await newDockerState()), since: state.since };
      writeDockerState(files, state);
      await compose(files, ['down', '--timeout', '8']);
    } else if (!isBusy(refused)) throw composeRefused(refused);
    if (performance.now() > deadline)
      throw refused === null ? notHealed('it took too long', 'no answer', files.cluster) : composeRefused(refused);
    await between('200ms');
    found = await containersOf(files);
  }
}

/** A cluster that is started again runs from now. */
function recalled(files: DockerFiles, found: ReadonlyMap<number, Container>): DockerState | null {
  const state = readDockerState(files);
  if (state === null || [...found.values()].some(({ exit }) => exit === null)) return state;
  const started = { ...state, since: new Date().toISOString() };
  writeDockerState(files, started);
  return started;
}

/** No containers and no data, with a word about those that there were; what it will be is written before anything is started. */
async function afresh(files: DockerFiles, tell: Tell): Promise<DockerState> {
  if (existsSync(files.state)) tell({ doing: 'The containers here were made by another version of the course; starting afresh' });
  const state = await newDockerState();
  writeDockerState(files, state);
  await compose(files, ['down', '--volumes', '--remove-orphans', '--timeout', '1']);
  return state;
}

/** Null: every container runs, or is being started; all at once. Else what docker complained of. */
async function bringBack(files: DockerFiles, found: ReadonlyMap<number, Container>, tell: Tell): Promise<string | null> {
  if (members.some((id) => !found.has(id))) {
    await haveImage(tell);
    const answer = await compose(files, ['up', '--detach', '--no-recreate', '--quiet-pull']);
    return answer.exit === 0 ? null : complaint(answer);
  }
  const answers = await Promise.all(
    members.flatMap((id) => {
      const { is } = found.get(id) as Container;
      return is === 'up' ? [] : [docker([is === 'frozen' ? 'unpause' : 'start', containerOf(files, id)])];
    }),
  );
  const refusal = answers.find(({ exit }) => exit !== 0);
  return refusal === undefined ? null : complaint(refusal);
}

type Unwhole = { readonly kind: 'lacking'; readonly saw: string; readonly ended: readonly number[] };

/** Brokers are asked five times a second, which is cheap; the engine once, and when they say that all is well. */
async function untilWhole(
  files: DockerFiles,
  state: DockerState,
  tell: Tell,
  deadline: number,
): Promise<{ readonly kind: 'whole' } | Unwhole> {
  let looked = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  for (;;) {
    const troubles = await troublesOf(state);
    const up = troubles.filter((each) => each === null).length;
    const isLate = performance.now() > deadline;
    if (up === troubles.length || isLate || performance.now() - looked > 1_000) {
      looked = performance.now();
      const health = await healthOf(files, state);
      if (health.kind === 'whole' || health.ended.length > 0 || isLate) return health;
    }
    if (performance.now() - told > 1_000) {
      told = performance.now();
      tell({ doing: 'Starting Kafka in containers', done: up, of: state.brokers.length, unit: 'brokers' });
    }
    await between('200ms');
  }
}

async function haveImage(tell: Tell): Promise<void> {
  const image = `apache/kafka:${kafkaVersion}`;
  if ((await docker(['image', 'inspect', '--format', '{{.Id}}', image], 10_000)).exit === 0) return;
  tell({ doing: `Fetching the image ${image}, once` });
  const pulled = await docker(['pull', '--quiet', image], 900_000);
  if (pulled.exit !== 0) throw imageMissing(image, complaint(pulled));
}

async function giveUp(files: DockerFiles, { saw, ended: [id] }: Unwhole) {
  if (id === undefined) return notHealed(saw, saw, 'pnpm cluster logs');
  const said = await docker(['logs', '--tail', '200', containerOf(files, id)], 10_000);
  const lines = `${said.out}\n${said.err}`.split('\n').map((line) => line.trim());
  const line = lines.find((each) => /\b(FATAL|ERROR)\b|Exception/.test(each)) ?? lines.findLast((each) => each !== '');
  return brokerDied(serviceOf(id), `pnpm cluster logs ${id}`, line ?? 'it wrote nothing');
}

const isAboutPorts = (said: string) => /port is already allocated|address already in use|ports are not available/i.test(said);
/** Another docker command, such as one whose caller was killed, is still at it. */
const isBusy = (said: string) =>
  /already in use by container|in progress|being removed|No such container|is not running|is not paused/i.test(said);
