import type { RunEvent } from '@proving/spec';
import { foldOf } from './fold.ts';

/** Who owns what now, and how far each group has committed. */
export interface Groups {
  readonly groups: readonly Group[];
  /** What the run calls a topic, by the brokers' name of it. */
  readonly titles: Readonly<Record<string, string>>;
}
export interface Group {
  readonly group: string;
  readonly generation: number | null;
  readonly members: readonly Member[];
  readonly committed: readonly { readonly topic: string; readonly partition: number; readonly offset: number }[];
}
export interface Member {
  readonly client: string;
  /** Partitions by topic. */
  readonly owned: Readonly<Record<string, readonly number[]>>;
}

export const groups = foldOf<Groups>({ groups: [], titles: {} }, step);

function step(model: Groups, event: RunEvent): Groups {
  switch (event.type) {
    case 'topic.created':
      return { ...model, titles: { ...model.titles, [event.topic]: event.title } };
    case 'group.join':
      return withGroup(model, event.group, (group) => ({
        ...withMember(group, event.client, (owned) => owned),
        generation: event.generation ?? group.generation,
      }));
    case 'group.assign':
      return withGroup(model, event.group, (group) => withMember(group, event.client, () => sorted(event.owned)));
    case 'group.revoke':
      return withGroup(model, event.group, (group) => withMember(group, event.client, (owned) => without(owned, event.owned)));
    case 'group.leave':
      return withGroup(model, event.group, (group) => ({
        ...group,
        members: group.members.filter((member) => member.client !== event.client),
      }));
    case 'client.commit':
      return withGroup(model, event.group, (group) => ({
        ...group,
        committed: [
          ...group.committed.filter((each) => each.topic !== event.topic || each.partition !== event.partition),
          { topic: event.topic, partition: event.partition, offset: event.offset },
        ].sort((a, b) => compare(a.topic, b.topic) || a.partition - b.partition),
      }));
    default:
      return model;
  }
}

type Owned = Member['owned'];

function withGroup(model: Groups, name: string, change: (group: Group) => Group): Groups {
  const old = model.groups.find((each) => each.group === name);
  const next = change(old ?? { group: name, generation: null, members: [], committed: [] });
  return { ...model, groups: old ? model.groups.map((each) => (each === old ? next : each)) : [...model.groups, next] };
}

function withMember(group: Group, client: string, change: (owned: Owned) => Owned): Group {
  const old = group.members.find((member) => member.client === client);
  const next = { client, owned: change(old?.owned ?? {}) };
  const members = old ? group.members.map((member) => (member === old ? next : member)) : [...group.members, next];
  return { ...group, members: members.sort((a, b) => compare(a.client, b.client)) };
}

function without(owned: Owned, gone: Owned): Owned {
  const left = Object.entries(owned).map(([topic, own]) => [topic, own.filter((p) => !gone[topic]?.includes(p))] as const);
  return Object.fromEntries(left.filter(([, own]) => own.length > 0));
}

const sorted = (owned: Owned): Owned =>
  Object.fromEntries(Object.entries(owned).map(([topic, own]) => [topic, own.toSorted((a, b) => a - b)]));
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
