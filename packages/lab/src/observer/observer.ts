import type { Connection } from '@platformatic/kafka';
import type { Cluster } from '@proving/cluster';
import { type BrokerId, brokerId, type PartitionState, Plain } from '@proving/spec';
import type { StampedRecord } from '../lab.ts';
import { hasActed } from './acted.ts';
import { Connections, library } from './connections.ts';
import { GroupObserver } from './group-observer.ts';
import { type FatedRecord, readFates } from './read-fates.ts';
import { readPartition } from './read-partition.ts';
import { refusal } from './refusal.ts';
import { topicSettings } from './topic-settings.ts';
import { TransactionObserver } from './transaction-observer.ts';

const earliest = -2n;
const latest = -1n;
/** Asks a replica for its own log end, leader or not (ListOffsets' debugging replica id; Kafka's `ListOffsetsRequest`). */
const asReplica = -2;
const asConsumer = -1;

export interface Placement {
  readonly partition: number;
  readonly leader: BrokerId | null;
  readonly epoch: number;
  readonly replicas: readonly BrokerId[];
  readonly isr: readonly BrokerId[];
}

/** Looks at the cluster from beside it: never through the client that a lesson studies, never through a consumer group. */
export class Observer implements AsyncDisposable {
  /** The same view of consumer groups, through their coordinators. */
  readonly groups: GroupObserver;
  /** The same view of transactions. */
  readonly transactions: TransactionObserver;
  readonly #connections: Connections;

  constructor(cluster: Cluster) {
    this.#connections = new Connections(cluster);
    this.groups = new GroupObserver(this.#connections);
    this.transactions = new TransactionObserver(this.#connections);
  }

  /**
   * Who leads and who is in sync, asked of every answering broker; the freshest answer counts: the highest leader epoch,
   * and among equals the leader's own word, since only the leader and the controller decide about its in-sync replicas.
   * @returns null while some broker does not know the topic yet
   */
  async placements(topic: string): Promise<readonly Placement[] | null> {
    const answers = await Promise.all(this.#connections.answering().map((broker) => this.#placementsAt(broker, topic)));
    const known = answers.filter((answer) => answer !== undefined);
    if (known.length === 0 || known.some((answer) => answer === null)) return null;
    const counts = new Set(known.map((answer) => answer?.placements.length));
    if (counts.size !== 1) return null;
    const best = new Map<number, { placement: Placement; own: boolean }>();
    for (const answer of known) {
      for (const placement of answer?.placements ?? []) {
        const own = placement.leader === answer?.broker;
        const held = best.get(placement.partition);
        if (!held || placement.epoch > held.placement.epoch || (placement.epoch === held.placement.epoch && own && !held.own)) {
          best.set(placement.partition, { placement, own });
        }
      }
    }
    return [...best.values()].map((each) => each.placement).sort((a, b) => a.partition - b.partition);
  }

  /** Every partition with its positions and each replica's log end, as far as they can be asked for now. */
  async partitions(topic: string): Promise<readonly PartitionState[]> {
    const placements = (await this.placements(topic)) ?? [];
    const indexes = placements.map((placement) => placement.partition);
    const brokers = [...new Set(placements.flatMap((placement) => placement.replicas))];
    const leaders = [...new Set(placements.flatMap((placement) => placement.leader ?? []))];
    const ask = (of: readonly BrokerId[], as: number, isolation: number, timestamp: bigint) =>
      Promise.all(
        of.map(async (broker) => [broker, await this.#offsetsAt(broker, topic, indexes, as, isolation, timestamp)] as const),
      ).then((all) => new Map(all));
    const [ends, starts, watermarks, stables] = await Promise.all([
      ask(brokers, asReplica, 0, latest),
      ask(leaders, asConsumer, 0, earliest),
      ask(leaders, asConsumer, 0, latest),
      ask(leaders, asConsumer, 1, latest),
    ]);
    return placements.map(({ partition, leader, epoch, replicas, isr }) => {
      const atLeader = (answers: ReadonlyMap<BrokerId, ReadonlyMap<number, number>>) =>
        leader === null ? null : (answers.get(leader)?.get(partition) ?? null);
      return {
        partition,
        leader,
        epoch,
        isr: [...isr],
        logStart: atLeader(starts),
        highWatermark: atLeader(watermarks),
        lastStable: atLeader(stables),
        replicas: replicas.map((broker) => ({ broker, logEnd: ends.get(broker)?.get(partition) ?? null })),
      };
    });
  }

  /** Returns when a broker that answers acts on what its metadata shows now; at once for one that does not. */
  async hasActed(broker: BrokerId, topic: string): Promise<void> {
    if (this.#connections.answering().includes(broker)) await hasActed(this.#connections, broker, topic);
  }

  /** Each partition's high watermark as its leader tells it; null where no leader answers. */
  async highWatermarks(topic: string): Promise<readonly { readonly partition: number; readonly highWatermark: number | null }[]> {
    const placements = (await this.placements(topic)) ?? [];
    const indexes = placements.map((placement) => placement.partition);
    const leaders = [...new Set(placements.flatMap((placement) => placement.leader ?? []))];
    const answers = await Promise.all(
      leaders.map(async (leader) => [leader, await this.#offsetsAt(leader, topic, indexes, asConsumer, 0, latest)] as const),
    );
    const at = new Map<BrokerId | null, ReadonlyMap<number, number>>(answers);
    return placements.map(({ partition, leader }) => ({ partition, highWatermark: at.get(leader)?.get(partition) ?? null }));
  }

  /** Every record of a topic, from each partition's leader. */
  async read(topic: string, isolation: 'read_committed' | 'read_uncommitted'): Promise<readonly StampedRecord[]> {
    return this.#atEachLeader(topic, (connection, partition) => readPartition(connection, topic, partition, isolation));
  }

  /** Every record of a topic up to the high watermark, each with what its transaction came to. */
  async readFates(topic: string): Promise<readonly FatedRecord[]> {
    return this.#atEachLeader(topic, (connection, partition) => readFates(connection, topic, partition));
  }

  /** The settings in force for a topic, by Kafka's names. */
  async settings(topic: string): Promise<ReadonlyMap<string, string>> {
    return this.#connections.anywhere((connection) => topicSettings(connection, topic));
  }

  /** @throws {Plain} with Kafka's own refusal */
  async createTopic(
    topic: string,
    shape: {
      partitions: number;
      replicas: number;
      assignment: readonly (readonly BrokerId[])[] | null;
      config: Readonly<Record<string, string>>;
    },
  ): Promise<void> {
    const { createTopicsV7 } = await library();
    const assignments = (shape.assignment ?? []).map((brokerIds, partitionIndex) => ({
      partitionIndex,
      brokerIds: [...brokerIds],
    }));
    const given = assignments.length > 0;
    const wanted = {
      name: topic,
      numPartitions: given ? -1 : shape.partitions,
      replicationFactor: given ? -1 : shape.replicas,
      assignments,
      configs: Object.entries(shape.config).map(([name, value]) => ({ name, value })),
    };
    let unanswered = false;
    await this.#connections
      .anywhere((connection) =>
        createTopicsV7.api.async(connection, [wanted], 5_000, false).catch((cause: unknown) => {
          // A broker that was asked before gave no answer, and had passed the request on all the same.
          if (unanswered && /TOPIC_ALREADY_EXISTS/.test(refusal(cause))) return;
          unanswered ||= !isAnswer(cause);
          throw cause;
        }),
      )
      .catch((cause) => {
        throw new Plain('topic-refused', `The cluster did not create the topic ${topic}.`, { saw: refusal(cause), cause });
      });
  }

  /** Topics that do not exist are passed over. */
  async deleteTopics(topics: readonly string[]): Promise<void> {
    const { deleteTopicsV6 } = await library();
    for (const name of topics) {
      await this.#connections
        .anywhere((connection) =>
          deleteTopicsV6.api.async(connection, [{ name, topicId: '00000000-0000-0000-0000-000000000000' }], 5_000),
        )
        .catch(() => undefined);
    }
  }

  /** Where a broker says that clients reach it, as `host:port`. */
  async addressOf(broker: BrokerId): Promise<string> {
    const { host, port } = await this.#connections.addressOf(broker);
    return `${host}:${port}`;
  }

  /** The names of all topics. */
  async topics(): Promise<readonly string[]> {
    const { metadataV12 } = await library();
    const answer = await this.#connections.anywhere((connection) => metadataV12.api.async(connection, null, false, false));
    return answer.topics.flatMap((topic) => topic.name ?? []);
  }

  /** Whether every broker says that every replica of every topic is in sync, those in `except` aside. */
  async allInSync(except: readonly string[] = []): Promise<boolean> {
    const { metadataV12 } = await library();
    const answers = await Promise.all(
      this.#connections
        .answering()
        .map(async (broker) => metadataV12.api.async(await this.#connections.to(broker), null, false, false)),
    );
    return answers.every((answer) =>
      answer.topics.every(
        (topic) =>
          except.includes(topic.name ?? '') ||
          topic.partitions.every((each) => each.leaderId >= 0 && each.isrNodes.length === each.replicaNodes.length),
      ),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#connections[Symbol.asyncDispose]();
  }

  async #atEachLeader<T>(
    topic: string,
    read: (connection: Connection, partition: number) => Promise<readonly T[]>,
  ): Promise<readonly T[]> {
    const placements = await this.placements(topic);
    if (!placements || placements.some((placement) => placement.leader === null))
      throw new Error(`${topic} has a partition without a leader`);
    const all = await Promise.all(
      placements.map(async ({ partition, leader }) => read(await this.#connections.to(leader as BrokerId), partition)),
    );
    return all.flat();
  }

  async #placementsAt(
    broker: BrokerId,
    topic: string,
  ): Promise<{ broker: BrokerId; placements: readonly Placement[] } | null | undefined> {
    const { metadataV12 } = await library();
    try {
      const answer = await metadataV12.api.async(await this.#connections.to(broker), [topic], false, false);
      const found = answer.topics[0];
      if (found?.errorCode !== 0) return null;
      return {
        broker,
        placements: found.partitions.map((each) => ({
          partition: each.partitionIndex,
          leader: each.leaderId < 0 ? null : brokerId(each.leaderId),
          epoch: each.leaderEpoch,
          replicas: each.replicaNodes.map(brokerId),
          isr: each.isrNodes.map(brokerId),
        })),
      };
    } catch (cause) {
      return /UNKNOWN_TOPIC|unknown topic|\b3\b/i.test(refusal(cause)) ? null : undefined;
    }
  }

  async #offsetsAt(
    broker: BrokerId,
    topic: string,
    partitions: readonly number[],
    replica: number,
    isolation: number,
    timestamp: bigint,
  ): Promise<ReadonlyMap<number, number>> {
    if (!this.#connections.answering().includes(broker)) return new Map();
    const { listOffsetsV9 } = await library();
    try {
      const asked = partitions.map((partitionIndex) => ({ partitionIndex, currentLeaderEpoch: -1, timestamp }));
      const answer = await listOffsetsV9.api.async(await this.#connections.to(broker), replica, isolation, [
        { name: topic, partitions: asked },
      ]);
      return offsetsOf(answer);
    } catch (cause) {
      return offsetsOf((cause as { response?: ListOffsetsAnswer }).response);
    }
  }
}

/** Whether a broker said no; else nobody knows what became of the request. */
const isAnswer = (cause: unknown) => (cause as { response?: unknown }).response !== undefined;

interface ListOffsetsAnswer {
  readonly topics: readonly {
    readonly partitions: readonly { readonly partitionIndex: number; readonly errorCode: number; readonly offset: bigint }[];
  }[];
}

/** The answers that hold an offset; a broker that is not asked for its own partition answers with an error code beside it. */
function offsetsOf(answer: ListOffsetsAnswer | undefined): ReadonlyMap<number, number> {
  const partitions = answer?.topics.flatMap((each) => each.partitions) ?? [];
  return new Map(partitions.flatMap((each) => (each.errorCode === 0 ? [[each.partitionIndex, Number(each.offset)] as const] : [])));
}
