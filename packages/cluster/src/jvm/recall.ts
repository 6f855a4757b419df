import { existsSync, readdirSync, rmSync } from 'node:fs';
import type { Service, Shape } from '@proving/spec';
import type { Progress } from '../driver.ts';
import { kafkaVersion } from '../version.ts';
import type { Files } from './files.ts';
import { memberState } from './member-state.ts';
import { killMember, newUuid } from './members.ts';
import { busyAmong, choosePorts, type Ports, portsIn } from './ports.ts';
import type { Prepared } from './prepare.ts';
import { membersOf } from './shape.ts';
import { portsOf, readState, type State, settingsMark, writeState } from './state.ts';

type Tell = (progress: Progress) => void;

/** The cluster as it is remembered, or a new one where that memory is of no use. */
export async function recall(files: Files, shape: Shape, prepared: Prepared, tell: Tell): Promise<State> {
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
export async function moveTo(files: Files, state: State): Promise<State> {
  await killAll(files);
  const ports = await choosePorts(state.members);
  const moved = { ...state, members: state.members.map((member) => ({ ...member, ports: ports.get(member.id) as Ports })) };
  writeState(files, moved);
  return moved;
}

/** Whoever left a record, also of a start that was killed before it wrote a state. */
export async function killAll(files: Files): Promise<void> {
  await Promise.all(recorded(files).map((id) => killMember(files, id)));
}

/** Everybody who left a record: brokers and controllers by their id, and the services beside them. */
export function recorded(files: Files): readonly (number | Service)[] {
  const names = existsSync(files.run) ? readdirSync(files.run) : [];
  return names.flatMap((name) => {
    const id = /^(\d+|registry|postgres)\.pid$/.exec(name)?.[1];
    return id === undefined ? [] : [/^\d/.test(id) ? Number(id) : (id as Service)];
  });
}
