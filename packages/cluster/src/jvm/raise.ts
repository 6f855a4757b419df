import { existsSync } from 'node:fs';
import type { Duration, Shape } from '@proving/spec';
import type { Progress } from '../driver.ts';
import { brokerDied, diskFull, notHealed, shortOfMemory } from '../errors.ts';
import { signal } from '../processes.ts';
import { waitFor } from '../wait.ts';
import { ms, Plain } from '../words.ts';
import { type Files, kafkaFiles } from './files.ts';
import { healthOf } from './health.ts';
import type { Launched } from './launch.ts';
import { haveJars } from './maven.ts';
import { memberState, processOf } from './member-state.ts';
import { startMember, strangeFolder } from './members.ts';
import { busyAmong, type Ports } from './ports.ts';
import { type Prepared, prepare } from './prepare.ts';
import { afresh, killAll, moveTo, recall } from './recall.ts';
import { checkRoom } from './room.ts';
import type { Member } from './shape.ts';
import type { State } from './state.ts';
import { type Death, whyItDied } from './why.ts';

type Tell = (progress: Progress) => void;

/**
 * Brings the cluster to life: what runs is left running, what is frozen is thawed, what is dead is started on its data. Data
 * that a process twice refuses to start on is wiped, with a word about it. Called with the cluster's lock held.
 * @throws {Plain} what cannot be healed, and the line of the log that says why
 */
export async function raise(files: Files, shape: Shape, tell: Tell, within: Duration): Promise<State> {
  checkRoom(files.home, haveJars(kafkaFiles(files.home)));
  const prepared = await prepare(tell);
  const deadline = performance.now() + ms(within);
  let state = await recall(files, shape, prepared, tell);
  let mayWipe = existsSync(files.data);
  const strange = strangeFolder(files, state);
  if (strange !== null) {
    tell({ doing: `The data of the cluster is damaged (${strange}); starting afresh without it` });
    state = await afresh(files, shape, prepared);
    mayWipe = false;
  }
  for (let refusals = 0, attempt = 0; ; attempt++) {
    const result = await attemptToRaise(files, state, prepared, tell, Math.max(1_000, deadline - performance.now()));
    if (result.kind === 'whole') return state;
    if (result.kind === 'late' || attempt === 5) throw giveUp(files, result);
    const death = result.kind === 'died' ? result.death : null;
    if (death?.kind === 'disk') throw diskFull(files.data, death.line);
    if (death?.kind === 'memory') throw shortOfMemory(death.line);
    if (death?.kind === 'locked') await killAll(files);
    if (result.kind === 'busy' || death?.kind === 'port') {
      const which = result.kind === 'busy' ? `Port ${result.ports.join(', ')} is` : 'A port of the cluster is';
      tell({ doing: `${which} taken by another program; choosing new ones` });
      state = await moveTo(files, state);
    }
    // A process that somebody killed while it started says nothing about its data; one that gave up twice does.
    if (death?.kind !== 'refused' || ++refusals < 2) continue;
    if (!mayWipe) throw giveUp(files, result);
    mayWipe = false;
    tell({ doing: `The data of the cluster is damaged (${death.line}); starting afresh without it` });
    state = await afresh(files, shape, prepared);
  }
}

type Result =
  | { readonly kind: 'whole' }
  | { readonly kind: 'busy'; readonly ports: readonly number[] }
  | { readonly kind: 'died'; readonly member: Member; readonly death: Death }
  | { readonly kind: 'late'; readonly saw: string };

async function attemptToRaise(files: Files, state: State, prepared: Prepared, tell: Tell, within: number): Promise<Result> {
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
  within: number,
): Promise<Result> {
  const of = state.members.filter(({ role }) => role === 'broker').length;
  const doing = started.length === state.members.length ? 'Starting Kafka' : 'Healing Kafka';
  let saw = 'nothing yet';
  let told = Number.NEGATIVE_INFINITY;
  let up = 0;
  const ask = async (): Promise<Result | null> => {
    for (const [member, process] of started) {
      const ended = process.ended();
      if (ended !== null) return { kind: 'died', member, death: whyItDied(files, member.id, ended) };
    }
    const health = await healthOf(files, state);
    if (health.kind === 'whole') return health;
    saw = health.saw;
    if (performance.now() - told > 1_000 || health.up !== up) {
      told = performance.now();
      up = health.up;
      tell({ doing, done: up, of, unit: 'brokers' });
    }
    return null;
  };
  try {
    return await waitFor('the cluster to be whole', ask, { within: `${within}ms`, every: '20ms' });
  } catch (failure) {
    if (failure instanceof Plain && failure.code === 'not-in-time') return { kind: 'late', saw };
    throw failure;
  }
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
