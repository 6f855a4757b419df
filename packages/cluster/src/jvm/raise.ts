import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Duration, Shape } from '@proving/spec';
import type { Progress } from '../driver.ts';
import { brokerDied, diskFull, notHealed, shortOfMemory } from '../errors.ts';
import { signal } from '../processes.ts';
import { kafkaVersion } from '../version.ts';
import { waitFor } from '../wait.ts';
import { Plain } from '../words.ts';
import { type Files, kafkaFiles } from './files.ts';
import { healthOf } from './health.ts';
import type { Launched } from './launch.ts';
import { haveJars } from './maven.ts';
import { killMember, memberState, newUuid, processOf, startMember } from './members.ts';
import { busyAmong, choosePorts, type Ports, portsIn } from './ports.ts';
import { type Prepared, prepare } from './prepare.ts';
import { checkRoom } from './room.ts';
import { type Member, membersOf } from './shape.ts';
import { portsOf, readState, type State, settingsMark, writeState } from './state.ts';
import { type Death, whyItDied } from './why.ts';

type Tell = (progress: Progress) => void;

/**
 * Brings the cluster to life: what runs is left running, what is frozen is thawed, what is dead is started on its data. Data
 * that no broker can start on is wiped, with a word about it. Called with the cluster's lock held.
 * @throws {Plain} what cannot be healed, and the line of the log that says why
 */
export async function raise(files: Files, shape: Shape, tell: Tell, within: Duration = '60s'): Promise<State> {
  checkRoom(files.home, haveJars(kafkaFiles(files.home)));
  const prepared = await prepare(tell);
  const remembered = await recall(files, shape, prepared, tell);
  const old = existsSync(join(files.data));
  for (let attempt = 0, state = remembered; ; attempt++) {
    const result = await attemptToRaise(files, state, prepared, tell, within);
    if (result.kind === 'whole') return state;
    if (result.kind === 'died' && result.death.kind === 'disk') throw diskFull(files.data, result.death.line);
    if (result.kind === 'died' && result.death.kind === 'memory') throw shortOfMemory(result.death.line);
    if (attempt === 3) throw giveUp(files, result);
    if (result.kind === 'busy' || (result.kind === 'died' && result.death.kind === 'port')) {
      tell({
        doing: `${result.kind === 'busy' ? `Port ${result.ports.join(', ')} is` : 'A port is'} taken by another program; choosing new ones`,
      });
      state = await moveTo(files, state);
    } else if (result.kind === 'died' && result.death.kind === 'locked') {
      await killAll(files);
    } else if (old && attempt < 2) {
      tell({ doing: `The cluster's data is damaged; starting afresh without it (${inWords(result)})` });
      state = await afresh(files, shape, prepared);
    } else throw giveUp(files, result);
  }
}

type Result =
  | { readonly kind: 'whole' }
  | { readonly kind: 'busy'; readonly ports: readonly number[] }
  | { readonly kind: 'died'; readonly member: Member; readonly death: Death }
  | { readonly kind: 'late'; readonly saw: string };

async function attemptToRaise(files: Files, state: State, prepared: Prepared, tell: Tell, within: Duration): Promise<Result> {
  const down: (typeof state.members)[number][] = [];
  for (const member of state.members) {
    const process = processOf(files, member.id);
    const is = memberState(files, member.id);
    if (is === 'frozen' && process) signal(process, 'SIGCONT');
    if (is === 'killed' || is === 'stopped') down.push(member);
  }
  const busy = await busyAmong(down.flatMap(({ ports }) => listening(ports)));
  if (busy.length > 0) return { kind: 'busy', ports: busy };
  const started = await Promise.all(
    down.map(async (member) => [member, await startMember(files, state, prepared, member)] as const),
  );
  return untilWhole(files, state, started, tell, within);
}

async function untilWhole(
  files: Files,
  state: State,
  started: readonly (readonly [Member, Launched])[],
  tell: Tell,
  within: Duration,
): Promise<Result> {
  const of = state.members.filter(({ role }) => role === 'broker').length;
  let saw = 'nothing yet';
  let told = Number.NEGATIVE_INFINITY;
  let up = 0;
  try {
    return await waitFor<Result>(
      'the cluster',
      async () => {
        const dead = started.find(([, process]) => process.ended() !== null);
        if (dead) return { kind: 'died', member: dead[0], death: whyItDied(files, dead[0].id) };
        const health = await healthOf(files, state);
        if (health.kind === 'whole') return health;
        saw = health.saw;
        if (performance.now() - told > 1_000 || health.up !== up) {
          told = performance.now();
          up = health.up;
          tell({
            doing: started.length === state.members.length ? 'Starting Kafka' : 'Healing Kafka',
            done: health.up,
            of,
            unit: 'brokers',
          });
        }
        return null;
      },
      { within, every: '20ms' },
    );
  } catch (failure) {
    if (failure instanceof Plain && failure.code === 'not-in-time') return { kind: 'late', saw };
    throw failure;
  }
}

/** The cluster as it is remembered, or a new one where that memory is of no use. */
async function recall(files: Files, shape: Shape, prepared: Prepared, tell: Tell): Promise<State> {
  const remembered = readState(files);
  switch (remembered.kind) {
    case 'state':
      return refreshed(files, remembered.state, prepared);
    case 'foreign':
      tell({ doing: 'The cluster here was made by another version of the course; starting afresh' });
      return afresh(files, shape, prepared);
    case 'unreadable':
      tell({ doing: `The cluster's state file is unreadable (${remembered.saw}); starting afresh` });
      return afresh(files, shape, prepared);
    case 'absent':
      return afresh(files, shape, prepared);
  }
}

/** A cluster that is started again runs from now, on the Java of now. */
function refreshed(files: Files, state: State, { jdk }: Prepared): State {
  if (state.members.some(({ id }) => ['up', 'frozen'].includes(memberState(files, id)))) return state;
  const started = { ...state, jdk: { java: jdk.java, version: jdk.version }, since: new Date().toISOString() };
  writeState(files, started);
  return started;
}

/** No process, no data; the ports it had, if they are free. What it will be is written before anything is started. */
export async function afresh(files: Files, shape: Shape, { jdk }: Pick<Prepared, 'jdk'>): Promise<State> {
  await killAll(files);
  for (const folder of [files.data, files.logs]) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  const members = membersOf(shape);
  const last = readState(files);
  const ports = (last.kind === 'state' && (await stillFree(last.state))) || (await choosePorts(members));
  const state: State = {
    format: 1,
    shape,
    kafka: kafkaVersion,
    settings: settingsMark,
    clusterId: newUuid(),
    jdk: { java: jdk.java, version: jdk.version },
    since: new Date().toISOString(),
    members: members.map((member) => ({ ...member, ports: ports.get(member.id) as Ports })),
  };
  writeState(files, state);
  return state;
}

async function stillFree(state: State): Promise<ReadonlyMap<number, Ports> | null> {
  const ports = portsOf(state);
  return (await busyAmong([...ports.values()].flatMap(portsIn))).length === 0 ? ports : null;
}

/** The same cluster at new ports: everything that still runs is stopped, the data stays. */
async function moveTo(files: Files, state: State): Promise<State> {
  await killAll(files);
  const ports = await choosePorts(state.members);
  const moved = { ...state, members: state.members.map((member) => ({ ...member, ports: ports.get(member.id) as Ports })) };
  writeState(files, moved);
  return moved;
}

/** Whoever left a record, also of a start that was killed before it wrote a state. */
export async function killAll(files: Files): Promise<void> {
  const ids = existsSync(files.run) ? readdirSync(files.run).flatMap((name) => /^(\d+)\.pid$/.exec(name)?.[1] ?? []) : [];
  await Promise.all(ids.map((id) => killMember(files, Number(id))));
}

/** The advertised port of PROXIED is a proxy's, which may be open. */
const listening = (ports: Ports): readonly number[] =>
  'controller' in ports ? [ports.controller] : [ports.client, ports.internal, ports.proxied];

function giveUp(files: Files, result: Exclude<Result, { kind: 'whole' }>): Plain {
  if (result.kind === 'died') {
    const name = `${result.member.role} ${result.member.id}`;
    return brokerDied(name, files.log(result.member.id), result.death.line);
  }
  return notHealed(inWords(result), inWords(result), files.logs);
}

function inWords(result: Exclude<Result, { kind: 'whole' }>): string {
  switch (result.kind) {
    case 'died':
      return result.death.line;
    case 'late':
      return result.saw;
    case 'busy':
      return `ports ${result.ports.join(', ')} are taken`;
  }
}
