import type * as platformatic from '@platformatic/kafka';
import type { Cluster, Postgres, SchemaRegistry } from '@proving/cluster';
import type { BrokerId, Duration, Json, PartitionState, StoredSegment } from '@proving/spec';
import type { Admin, AdminConfig, Consumer, ConsumerConfig, Kafka, KafkaConfig, Producer, ProducerConfig } from 'kafkajs';
import type { ApiName } from './api-name.ts';
import type { Engine } from './engine.ts';
import type { Happening } from './recorder.ts';
import type { RecordBatch } from './storage/record-batch.ts';
import type { StreamsApplication } from './streams.ts';

/**
 * What an experiment is given: one running arm on one cluster. A verb is a single act that a broker could see, or a wait for
 * a state. Everything made here ends with the arm: clients are disconnected, topics and groups deleted, brokers healed.
 */
export interface Lab {
  /** A kafkajs `Kafka` that also writes history: every send, answer, delivery, commit, assignment and transaction. */
  readonly kafka: Kafka;
  /** The same through the PROXIED listener; its brokers are reachable only while their proxy is open. */
  readonly proxied: Kafka;
  /**
   * One more `Kafka` that writes history, with settings of kafkajs's own over the kit's: `{ requestTimeout: 500 }`. A `clientId`
   * names its clients in figures; `brokers: [...lab.cluster.proxied]` goes through the proxies.
   */
  kafkaWith(own: Partial<KafkaConfig>): Kafka;
  /**
   * Where a broker listens for clients. `kafkaWith({ brokers: [await lab.addressOf(leader)] })` enters through a broker that will
   * not be frozen: kafkajs asks any connected broker for metadata, and waits 30 s for one that stands still.
   */
  addressOf(broker: BrokerId): Promise<string>;
  /** `@platformatic/kafka`'s own classes, wrapped the same way, with the addresses filled in. */
  readonly platformatic: PlatformaticDoor;
  readonly cluster: Cluster;
  /** Drives every random choice of an arm; printed with the run and accepted again by `--seed`. */
  readonly seed: number;
  /** The learner's file, absolute, for a check that runs it in processes to be killed; null in an experiment. */
  readonly learner: string | null;

  /** A fresh topic under a name of this run; returns when every partition has a leader and full in-sync replicas. */
  topic(options?: TopicOptions): Promise<Topic>;
  /** A name no other run uses, for a topic the experiment wants somebody else to create; deleted with the arm. */
  topicName(title?: string): string;
  /** A group id no other run uses, another one at each call, also for the same title; deleted with the arm. Members share it by a variable. */
  group(title?: string): string;
  /**
   * Waits until the group's coordinator says Stable with exactly that many members, in the classic protocol (DescribeGroups) or the
   * consumer protocol (ConsumerGroupDescribe, KIP-848). Members have been told their partitions by then, or are being told.
   */
  groupIsStable(group: string, members: number, options?: WaitOptions): Promise<void>;
  /**
   * How far a group is behind, by partition, as `kafka-consumer-groups --describe` counts: high watermark less committed offset, in
   * offsets. Also shown in the figure; from the first call on the kit looks again ten times a second, and a change is an event.
   */
  lagOf(group: string, topic: Topic): Promise<readonly PartitionLag[]>;
  /**
   * The segments of a partition (default 0) as they lie in its leader's folder, oldest first. Also shown in the figure.
   * @throws {Plain} `not-provable-here` where the driver lacks the power `files`; an experiment says so by `needs: ['files']`
   */
  segmentsOf(topic: Topic, partition?: number, options?: CopyOptions): Promise<readonly Segment[]>;
  /**
   * The record batches of a partition (default 0), decoded from its leader's `.log` files, oldest first; markers are batches too.
   * Also shown in the figure. @throws {Plain} as `segmentsOf`
   */
  batchesOf(topic: Topic, partition?: number, options?: CopyOptions): Promise<readonly StoredRecordBatch[]>;
  /** A transactional id no other run uses. */
  transactionalId(title?: string): string;
  /** A handle on a topic that exists already, to wait on it, to snapshot it and to count it. */
  existing(name: string): Promise<Topic>;

  /** Connects a client and disconnects it when the arm ends. */
  connect<C extends Producer | Consumer | Admin>(client: C): Promise<C>;

  /** SIGSTOP. Returns when the fetches these brokers had outstanding have run out, so nothing more reaches them. */
  freeze(brokers: BrokerId | readonly BrokerId[]): Promise<Frozen>;
  kill(broker: BrokerId): Promise<void>;
  stop(broker: BrokerId): Promise<void>;
  restart(broker: BrokerId): Promise<void>;
  /** Opens the proxy in front of a broker's PROXIED listener. */
  proxy(broker: BrokerId): Promise<BrokerProxy>;
  /**
   * The schema registry beside the brokers, of a lesson whose manifest says `services: ['registry']`. A client of it is the lesson's
   * own. Killed, it is back when the arm ends; subjects that begin with the name of a topic of this run are deleted with the topic.
   */
  registry(): Promise<SchemaRegistry>;
  /**
   * An application of Kafka Streams from one Java source file, for a lesson or an experiment whose manifest says
   * `services: ['streams']`. `source` is relative to the experiment; its class has the name of the file. The first argument of its
   * `main` names a properties file: `settings` over the kit's own, with the addresses and a state folder. An `application.id` among
   * them is one that was used before.
   * Results are read from its output topic: `lab.readAll(counts, { isolation: 'read_committed' })`.
   */
  kafkaStreams(source: string, settings?: Readonly<Record<string, string>>): Promise<StreamsApplication>;
  /**
   * The Postgres beside the brokers, of a lesson whose manifest says `services: ['postgres']`. A client of it is the lesson's own. Each
   * arm has a schema of its own there, in which tables are made and found by their plain names; it is dropped when the arm ends.
   */
  postgres(): Promise<Postgres>;

  /**
   * The container engine of this machine, for an experiment whose card says `services: ['engine']`. What is started on it is the
   * lesson's own, by a library of its own; it wears these labels, and is gone when the arm ends.
   */
  engine(): Promise<Engine>;
  /** A program in a process of its own, to be killed. `file` is relative to the experiment; inside, `child()` gives it a recorded client. */
  process(file: string, args?: Readonly<Record<string, Json>>): Promise<Program>;

  /** For `.catch(lab.noted)`: a failure that the experiment expects. It is in the history already; nothing is thrown. */
  readonly noted: (failure: unknown) => undefined;
  /** What was recorded about a topic so far, held against what can be read from it now. */
  history(topic: Topic): History;
  /**
   * Every record of a topic as an independent client reads it from the log start, by partition and offset. Those that no recorded
   * client has sent or read are shown in the figure from then on.
   */
  readAll(topic: Topic, options?: ReadOptions): Promise<readonly StampedRecord[]>;
  /** Asks again until the answer is not null, undefined or false; on the deadline it says what it last saw. */
  eventually<T>(
    until: string,
    ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
    options?: WaitOptions,
  ): Promise<T>;
  /** A sentence beside the figure: one line, present tense. */
  step(text: string): void;
  /** What a stream task of the lesson's own has done with one record, for the figure: the windows it counted it in, or the pairs it made. */
  processed(record: Processed): void;
}

export type Processed = Extract<Happening, { type: 'task.windowed' | 'task.joined' }>;

export interface TopicOptions {
  /** What the lesson calls it: `orders`. Default `orders`. */
  readonly title?: string;
  /** Default 1. */
  readonly partitions?: number;
  /** Default 3. */
  readonly replicas?: number;
  /** `min.insync.replicas`. Default 2. */
  readonly minInsync?: number;
  /** Further topic settings, by Kafka's names. */
  readonly config?: Readonly<Record<string, string>>;
  /** Brokers per partition, the first is the preferred leader; replaces `partitions` and `replicas`. */
  readonly assignment?: readonly (readonly BrokerId[])[];
}

export interface Topic {
  /** Its name on the brokers. */
  readonly name: string;
  readonly title: string;
  partition(index: number): Promise<{ readonly leader: BrokerId; readonly followers: readonly BrokerId[] }>;
  /** Leader, in-sync replicas, epoch, high watermark and each replica's log end, now. Also shown in the figure. */
  snapshot(): Promise<readonly PartitionState[]>;
  /** Waits until every replica holds everything its leader holds, and the high watermark says so. */
  isReplicated(options?: WaitOptions): Promise<void>;
  /** Waits until partition 0 (or `partition`) is led by another broker; returns the new leader. */
  hasLeaderOtherThan(broker: BrokerId, options?: WaitOptions & { readonly partition?: number }): Promise<BrokerId>;
  /** Waits until the in-sync replicas of partition 0 (or `partition`) are exactly these, in any order, and its leader acts on it. */
  hasInSync(brokers: readonly BrokerId[], options?: WaitOptions & { readonly partition?: number }): Promise<void>;
  /** Waits until every broker knows exactly that many partitions, each has a leader, and the leaders answer for them. */
  hasPartitions(count: number, options?: WaitOptions): Promise<void>;
  /**
   * Waits until the high watermarks of the partitions are exactly these, in order: `endsAt(6)`. Markers of transactions count too
   * (Kafka docs, Implementation, Log), and are written after the client has heard that its transaction is over.
   */
  endsAt(...highWatermarks: readonly number[]): Promise<void>;
  /** Where each partition begins and ends for a reader: log start offset, high watermark, last stable offset. */
  offsets(): Promise<
    readonly { readonly partition: number; readonly start: number; readonly highWatermark: number; readonly lastStable: number }[]
  >;
}

export interface PartitionLag {
  readonly partition: number;
  /** The group's committed offset; null where it has committed none. */
  readonly committed: number | null;
  /** The high watermark, which Kafka's tools call LOG-END-OFFSET. */
  readonly logEnd: number;
  /** `logEnd - committed`, in offsets: gaps and markers count. Null where nothing is committed. */
  readonly lag: number | null;
}

export interface CopyOptions {
  /** Whose copy to read. Default: the leader's. */
  readonly broker?: BrokerId;
}
/** One segment file: offsets `base` up to `end`, its `bytes` and `records`, whether it is `active`, its `newest` time stamp. */
export type Segment = StoredSegment;
export interface StoredRecordBatch extends RecordBatch {
  /** The base offset of the segment that it lies in; `position` counts from that file's first byte. */
  readonly segment: number;
}

export interface Frozen extends AsyncDisposable {
  readonly brokers: readonly BrokerId[];
  thaw(): Promise<void>;
}

/** A TCP proxy that knows where Kafka's requests begin and end. One fault at a time; each says how often it struck. */
export interface BrokerProxy extends AsyncDisposable {
  readonly broker: BrokerId;
  /** Drops the answers to the next `count` requests of that API; the broker has acted on them. */
  dropResponses(api: ApiName, count?: number): Fault;
  /** Swallows the next `count` requests; the broker never sees them. */
  swallowRequests(api: ApiName, count?: number): Fault;
  /** Cuts the connection instead of passing the next answer of that API on. */
  cutOnResponse(api: ApiName): Fault;
  /** Holds every answer back for that long. */
  delay(by: Duration): Fault;
  /** The requests that went through so far, in order. */
  readonly seen: readonly { readonly api: ApiName | number; readonly at: number; readonly bytes: number }[];
}
export interface Fault extends Disposable {
  readonly struck: number;
}

/** A child program. What the clients of its `child()` do is drawn and counted with the experiment's own. */
export interface Program extends AsyncDisposable {
  /**
   * The next message that fits; messages that came before the call count too, each once. Gives up after 20s, not 10s: a first word
   * waits for the start of a process, and often for the session of a dead member.
   */
  says(what: (message: Json) => boolean, options?: WaitOptions): Promise<Json>;
  tell(message: Json): void;
  /** SIGKILL; returns when it is gone. */
  kill(): Promise<void>;
  freeze(): Promise<void>;
  thaw(): Promise<void>;
}

export interface WaitOptions {
  /** How long before it gives up. Default 10s. */
  readonly giveUpAfter?: Duration;
}
export interface ReadOptions extends WaitOptions {
  /** Default `read_uncommitted`: everything below the high watermark. */
  readonly isolation?: 'read_committed' | 'read_uncommitted';
}
export interface ReadRecord {
  readonly partition: number;
  readonly offset: number;
  readonly key: string | null;
  readonly value: string | null;
}

export interface StampedRecord extends ReadRecord {
  /** Of the record, in ms since 1970: its sender's, or the broker's where the topic says LogAppendTime. */
  readonly timestamp: number;
}

/** A small Jepsen: operations with outcome ok, fail or info (no answer: it may have happened) against the final read. */
export interface History {
  /** The named counts, each reading the log once more through an independent client. */
  counts<const N extends readonly Count[]>(...names: N): Promise<{ readonly [K in N[number]]: number }>;
  /** The same as values rather than numbers: which records were lost, for the evidence. */
  values(name: Count): Promise<readonly string[]>;
}
export type Count =
  /** Records sent, whatever came of it. */
  | 'sent'
  /** Records whose send was answered with ok. */
  | 'acknowledged'
  /** Records whose send was refused by a broker: it said no. */
  | 'refused'
  /** Records whose send got no answer in time: it may have happened. */
  | 'unanswered'
  /** Records in the log, copies included. */
  | 'stored'
  /** Acknowledged, and not in the log. */
  | 'lost'
  /** Not acknowledged, and in the log all the same. */
  | 'storedUnanswered'
  /** Extra copies: one sent value at more than one place of the log. */
  | 'duplicate'
  /** In the log, and never delivered to any consumer of this run. */
  | 'undelivered'
  /** Deliveries beyond the first of one offset to one group. */
  | 'redelivered'
  /** Records of one partition that stand in another order than the one in which they were sent. */
  | 'reordered'
  /** Delivered to a read_committed consumer although the transaction was aborted. */
  | 'abortedRead';

export interface PlatformaticDoor {
  producer(
    options?: Partial<platformatic.ProducerOptions<string, string, string, string>>,
  ): platformatic.Producer<string, string, string, string>;
  consumer(
    options: Partial<platformatic.ConsumerOptions<string, string, string, string>> & { readonly groupId: string },
  ): platformatic.Consumer<string, string, string, string>;
  admin(options?: Partial<platformatic.AdminOptions>): platformatic.Admin;
}

export type { AdminConfig, ApiName, ConsumerConfig, Engine, Postgres, ProducerConfig, SchemaRegistry };
