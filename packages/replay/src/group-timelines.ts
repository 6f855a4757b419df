import type { RunEvent } from '@proving/spec';
import { foldOf } from './fold.ts';

/** Who owned each partition of a group over time. Where nobody did, nobody read: a pause. */
export interface GroupTimelines {
  readonly groups: readonly GroupTimeline[];
  readonly titles: Readonly<Record<string, string>>;
  /** When a program was last killed or frozen, ms; null before. */
  readonly struck: number | null;
}
export interface GroupTimeline {
  readonly group: string;
  /** In the order in which they first joined. */
  readonly members: readonly string[];
  /** Those that have joined and not left. */
  readonly present: readonly string[];
  readonly rebalances: readonly Rebalance[];
  readonly partitions: readonly PartitionOwners[];
  /** Whether somebody has given up a partition, or left, since the last join. */
  readonly unsettled: boolean;
}
export interface Rebalance {
  /** When its first member was told, ms. */
  readonly t: number;
  /** The group's generation as a member said it; else which rebalance of the run this is, from 1. */
  readonly generation: number;
  readonly joined: readonly string[];
  /** When its last member so far was told. */
  readonly last: number;
}
export interface PartitionOwners {
  readonly topic: string;
  readonly title: string;
  readonly partition: number;
  readonly spans: readonly Span[];
}
/** One member owns the partition, until `until`; null while it does. */
export interface Span {
  readonly client: string;
  readonly from: number;
  readonly until: number | null;
  /**
   * Whether it ended without its owner letting go: another member, or the same one after joining anew, was told that it owns the
   * partition; or the owner is gone without a word, after a program was killed.
   */
  readonly taken: boolean;
  /** When records were delivered, ms; deliveries within 10 ms of each other are one. */
  readonly deliveries: readonly number[];
  readonly delivered: number;
}

export const groupTimelines = foldOf<GroupTimelines>({ groups: [], titles: {}, struck: null }, step);

function step(model: GroupTimelines, event: RunEvent): GroupTimelines {
  switch (event.type) {
    case 'topic.created':
      return { ...model, titles: { ...model.titles, [event.topic]: event.title } };
    case 'group.join':
      return withGroup(model, event.group, (group) => joined(group, event.client, event.generation, event.t));
    case 'group.assign':
      return withGroup(model, event.group, (group) => assigned(model, group, event.client, event.owned, event.t));
    case 'group.revoke':
      return withGroup(model, event.group, (group) => ({
        ...released(group, event.client, event.t, (topic, partition) => event.owned[topic]?.includes(partition) ?? false),
        unsettled: true,
      }));
    case 'group.leave':
      return withGroup(model, event.group, (group) => ({
        ...released(group, event.client, event.t, () => true, model.struck),
        present: group.present.filter((client) => client !== event.client),
        unsettled: true,
      }));
    case 'fault.injected':
      return event.fault === 'process' ? { ...model, struck: event.t } : model;
    case 'client.deliver':
      return { ...model, groups: model.groups.map((group) => delivered(group, event)) };
    default:
      return model;
  }
}

/**
 * A join opens a new rebalance when somebody let go before it, when this member has joined in the running one already, when it
 * names another generation, or when the running one is long over: the members of one rebalance are told together.
 */
function joined(group: GroupTimeline, client: string, generation: number | null, t: number): GroupTimeline {
  const members = including(group.members, client);
  const running = group.rebalances.at(-1);
  const goesOn =
    running &&
    !group.unsettled &&
    !running.joined.includes(client) &&
    (generation ?? running.generation) === running.generation &&
    t - running.last <= 1_000;
  const rebalances = goesOn
    ? group.rebalances.with(-1, { ...running, joined: [...running.joined, client], last: t })
    : [...group.rebalances, { t, generation: generation ?? (running?.generation ?? 0) + 1, joined: [client], last: t }];
  return { ...group, members, present: including(group.present, client), rebalances, unsettled: false };
}

/** Told what it owns, a member has let go of everything else; and who owned it before owns it no more, whether it knows or not. */
function assigned(model: GroupTimelines, group: GroupTimeline, client: string, owned: Owned, t: number): GroupTimeline {
  const mine = (topic: string, partition: number) => owned[topic]?.includes(partition) ?? false;
  const left = released(group, client, t, (topic, partition) => !mine(topic, partition));
  const all = Object.entries(owned).flatMap(([topic, partitions]) => partitions.map((partition) => ({ topic, partition })));
  const partitions = all.reduce<readonly PartitionOwners[]>((rows, { topic, partition }) => {
    const fresh = { topic, title: model.titles[topic] ?? topic, partition, spans: [] };
    const old = rows.find((row) => row.topic === topic && row.partition === partition);
    const { spans } = old ?? fresh;
    const last = spans.at(-1);
    if (last?.client === client && last.until === null && !joinedSince(group, client, last.from)) return rows;
    const closed = spans.map((span) => (span.until === null ? { ...span, until: t, taken: true } : span));
    const span = { client, from: t, until: null, taken: false, deliveries: [], delivered: 0 };
    const row = { ...(old ?? fresh), spans: [...closed, span] };
    return old ? rows.map((each) => (each === old ? row : each)) : rows.concat([row]).sort(byPlace);
  }, left.partitions);
  return { ...left, members: including(group.members, client), partitions };
}

/** Who joins anew has been out of the group, whether it noticed or not. */
const joinedSince = ({ rebalances }: GroupTimeline, client: string, t: number) =>
  rebalances.some((each) => each.t > t && each.joined.includes(client));

type Owned = Readonly<Record<string, readonly number[]>>;

/** A client that stops by itself revokes before it leaves. One that leaves owning something, after a program was struck, is dead. */
function released(
  group: GroupTimeline,
  client: string,
  t: number,
  gone: (topic: string, partition: number) => boolean,
  struck: number | null = null,
): GroupTimeline {
  const close = (span: Span): Span =>
    span.client === client && span.until === null ? { ...span, until: t, taken: struck !== null && struck >= span.from } : span;
  const partitions = group.partitions.map((row) =>
    gone(row.topic, row.partition) ? { ...row, spans: row.spans.map(close) } : row,
  );
  return { ...group, partitions };
}

/** A delivery belongs to the last span of its reader, also when it comes after another member was told that it owns the partition. */
function delivered(group: GroupTimeline, event: { client: string; topic: string; partition: number; t: number }): GroupTimeline {
  const { client, topic, partition, t } = event;
  const row = group.partitions.find((each) => each.topic === topic && each.partition === partition);
  const at = row?.spans.findLastIndex((span) => span.client === client) ?? -1;
  const span = row?.spans[at];
  if (!row || !span) return group;
  const last = span.deliveries.at(-1);
  const deliveries = last !== undefined && t - last < 10 ? span.deliveries : [...span.deliveries, t];
  const next = { ...row, spans: row.spans.with(at, { ...span, deliveries, delivered: span.delivered + 1 }) };
  return { ...group, partitions: group.partitions.map((each) => (each === row ? next : each)) };
}

export interface Pause {
  readonly from: number;
  /** When the next owner was told; null while there is none. */
  readonly until: number | null;
  /** Whether somebody still counted as owner in it: one that was dead, frozen or busy, until another took over. */
  readonly owned: boolean;
}

/**
 * The pause after each stretch, null where there was none: from where its owner let go to where the next was told. An owner that
 * did not let go counts from its last delivery.
 */
export function pausesOf({ spans }: PartitionOwners): readonly (Pause | null)[] {
  return spans.map((span, i) => {
    if (span.until === null) return null;
    const until = spans[i + 1]?.from ?? null;
    const owned = span.taken;
    const from = owned ? Math.min(span.until, span.deliveries.at(-1) ?? span.from) : span.until;
    return until !== null && until <= from ? null : { from, until, owned };
  });
}

function withGroup(model: GroupTimelines, name: string, change: (group: GroupTimeline) => GroupTimeline): GroupTimelines {
  const old = model.groups.find((each) => each.group === name);
  const next = change(old ?? { group: name, members: [], present: [], rebalances: [], partitions: [], unsettled: false });
  return { ...model, groups: old ? model.groups.map((each) => (each === old ? next : each)) : [...model.groups, next] };
}

const including = (all: readonly string[], one: string) => (all.includes(one) ? all : [...all, one]);
const byPlace = (a: PartitionOwners, b: PartitionOwners) =>
  a.title < b.title ? -1 : a.title > b.title ? 1 : a.partition - b.partition;
