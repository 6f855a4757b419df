import type { BrokerState, RunEvent, RunEventOf } from '@proving/spec';
import { foldOf } from './fold.ts';

/** The replica ladder: for every partition who leads, who follows, who is in sync, and how far each copy reaches. */
export interface Ladder {
  readonly topics: readonly LadderTopic[];
  readonly brokers: readonly LadderBroker[];
}
export interface LadderTopic {
  /** The name on the brokers, and what the experiment calls it. */
  readonly topic: string;
  readonly title: string;
  /** When it was last looked at, ms. */
  readonly seen: number;
  readonly partitions: readonly LadderPartition[];
}
export interface LadderPartition {
  readonly partition: number;
  readonly leader: number | null;
  readonly epoch: number;
  readonly logStart: number | null;
  readonly highWatermark: number | null;
  readonly lastStable: number | null;
  readonly replicas: readonly LadderReplica[];
}
export interface LadderReplica {
  readonly broker: number;
  readonly role: 'leader' | 'in sync' | 'out of sync';
  /** This copy's own log end offset; the last one seen when it cannot be asked now. */
  readonly logEnd: number | null;
}
export interface LadderBroker {
  readonly broker: number;
  readonly state: BrokerState;
  /** Since when it is in this state, ms. */
  readonly since: number;
}

export const ladder = foldOf<Ladder>({ topics: [], brokers: [] }, step);

function step(model: Ladder, event: RunEvent): Ladder {
  switch (event.type) {
    case 'topic.created':
      return withTopic(model, event.topic, (old) => ({
        topic: event.topic,
        title: event.title,
        seen: event.t,
        partitions: old?.partitions ?? [],
      }));
    case 'cluster.snapshot':
      return snapshot(model, event);
    case 'fault.injected':
      return withBrokers(model, event.brokers, injected[event.fault], event.t);
    case 'fault.healed':
      return withBrokers(model, event.brokers, healed[event.fault], event.t);
    default:
      return model;
  }
}

const injected = { freeze: 'frozen', kill: 'killed', stop: 'stopped', proxy: null, process: null } as const;
const healed = { freeze: 'up', kill: 'starting', stop: 'starting', proxy: null, process: null } as const;

function snapshot(model: Ladder, event: RunEventOf<'cluster.snapshot'>): Ladder {
  const brokers = event.brokers.reduce((m, each) => withBrokers(m, [each.broker], each.state, event.t), model);
  return withTopic(brokers, event.topic, (old) => ({
    topic: event.topic,
    title: old?.title ?? event.topic,
    seen: event.t,
    partitions: event.partitions.map((now) => {
      const before = old?.partitions.find((each) => each.partition === now.partition);
      return {
        partition: now.partition,
        leader: now.leader,
        epoch: now.epoch,
        logStart: now.logStart,
        highWatermark: now.highWatermark,
        lastStable: now.lastStable,
        replicas: now.replicas.map(({ broker, logEnd }) => ({
          broker,
          role: broker === now.leader ? 'leader' : now.isr.includes(broker) ? 'in sync' : 'out of sync',
          logEnd: logEnd ?? before?.replicas.find((each) => each.broker === broker)?.logEnd ?? null,
        })),
      };
    }),
  }));
}

function withTopic(model: Ladder, topic: string, change: (old: LadderTopic | undefined) => LadderTopic): Ladder {
  const old = model.topics.find((each) => each.topic === topic);
  const next = change(old);
  return { ...model, topics: old ? model.topics.map((each) => (each === old ? next : each)) : [...model.topics, next] };
}

function withBrokers(model: Ladder, ids: readonly number[], state: BrokerState | null, t: number): Ladder {
  if (state === null) return model;
  const known = model.brokers.map((each) =>
    ids.includes(each.broker) && each.state !== state ? { broker: each.broker, state, since: t } : each,
  );
  const fresh = [...new Set(ids)].filter((id) => !model.brokers.some((each) => each.broker === id));
  const all = [...known, ...fresh.map((broker) => ({ broker, state, since: t }))];
  return { ...model, brokers: fresh.length > 0 ? all.sort((a, b) => a.broker - b.broker) : all };
}
