import * as z from 'zod';
import type { Json } from './json.ts';

/**
 * What happens while an arm runs, in the order in which it was seen. One closed union feeds the terminal, plain text, JSON
 * lines, traces and the site. `t` is milliseconds since the arm began, monotonic. Offsets and epochs are JSON numbers.
 */
const t = z.number().nonnegative();
const broker = z.number().int();
const partition = z.number().int();
const offset = z.number().int();
/** A key or value as text; `null` is Kafka's null, bytes that are not UTF-8 come as `0x…`, long ones are cut with `…`. */
const text = z.string().nullable();

const sent = z.object({ partition: partition.nullable(), key: text, value: text });
const failure = z.object({ name: z.string(), code: z.string().nullable(), message: z.string(), retriable: z.boolean() });
const owned = z.record(z.string(), z.array(partition));

/** One broker's copy of a partition. `logEnd` is its own log end offset; null when it could not be asked in this state. */
const replica = z.object({ broker, logEnd: offset.nullable() });
const partitionState = z.object({
  partition,
  leader: broker.nullable(),
  epoch: z.number().int(),
  isr: z.array(broker),
  logStart: offset.nullable(),
  highWatermark: offset.nullable(),
  lastStable: offset.nullable(),
  replicas: z.array(replica),
});
/** One segment file of a partition's log. It holds offsets from `base` up to, but not including, `end`. */
const segment = z.object({
  base: offset,
  end: offset,
  /** Size of the `.log` file. */
  bytes: z.number().int(),
  /** Records in it, control records included; after compaction fewer than `end - base`. */
  records: z.number().int(),
  /** The one that is written to: the last. */
  active: z.boolean(),
  /** Largest time stamp in it, ms since 1970: what retention looks at. Null: no record. */
  newest: z.number().nullable(),
  /** The offsets that are there, as runs `[from, to]`. Null where they are more than 40 runs or cannot be decompressed. */
  offsets: z.array(z.tuple([offset, offset])).nullable(),
});
/** One record batch as it lies on disk: offsets `base` to `last`, `bytes` with its header of 61. */
const batch = z.object({
  base: offset,
  last: offset,
  bytes: z.number().int(),
  records: z.number().int(),
  codec: z.enum(['none', 'gzip', 'snappy', 'lz4', 'zstd']),
  kind: z.enum(['plain', 'transactional', 'marker']),
  /** Who wrote it, for a producer with an id: idempotent or transactional. */
  producer: z.object({ id: z.number().int(), epoch: z.number().int(), sequence: z.number().int() }).nullable(),
});
/** What is counted of a key in a window, from `start` to `end` in ms since 1970. A count of null takes back what was said of it. */
const windowCount = z.object({ key: z.string(), start: z.number(), end: z.number(), count: z.number().int().nullable() });
const sideKind = z.enum(['stream', 'table']);
/** What tells a task from another one of the same partition in the same run: `again`. Left out where there is no other. */
const called = z.string().optional();
/** A trace is at most 200 KB: a topic of which more was found is told by its newest records and a count. */
export const foundAtMost = 256;
export const brokerStates = ['up', 'frozen', 'killed', 'stopped', 'starting'] as const;

export const runEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('arm.begin'), t, arm: z.string(), seed: z.number().int() }),
  /** A sentence about where the run is, from the kit: "wait until orders is replicated". */
  z.object({ type: z.literal('step'), t, text: z.string() }),
  /** A line that the experiment's or the learner's own code printed. */
  z.object({ type: z.literal('printed'), t, text: z.string() }),
  /** `name` is the broker's name of the topic, `title` what the experiment calls it. */
  z.object({
    type: z.literal('topic.created'),
    t,
    topic: z.string(),
    title: z.string(),
    partitions: z.number().int(),
    replicas: z.number().int(),
    config: z.record(z.string(), z.string()),
  }),
  z.object({
    type: z.literal('client.send'),
    t,
    id: z.number().int(),
    client: z.string(),
    topic: z.string(),
    acks: z.number().int(),
    records: z.array(sent),
  }),
  /** `placed[i]` is where record i of send `id` went; offset null when the broker was not asked to say (acks=0). */
  z.object({
    type: z.literal('client.ack'),
    t,
    id: z.number().int(),
    client: z.string(),
    topic: z.string(),
    placed: z.array(z.object({ partition, offset: offset.nullable() })),
  }),
  /** `id` is the send that failed, null for any other call. A failed send may still be in the log. */
  z.object({
    type: z.literal('client.error'),
    t,
    id: z.number().int().nullable(),
    client: z.string(),
    call: z.string(),
    error: failure,
  }),
  z.object({
    type: z.literal('client.deliver'),
    t,
    client: z.string(),
    topic: z.string(),
    partition,
    offset,
    key: text,
    value: text,
  }),
  /**
   * Records that were found in a topic when it was read, and of which no event before has told: who wrote them was not recorded. Of a
   * partition the newest, by offset, at most `foundAtMost`; `more` were found before them. `title` is what the kit calls the topic.
   */
  z.object({
    type: z.literal('records.found'),
    t,
    topic: z.string(),
    title: z.string(),
    partitions: z.array(
      z.object({ partition, records: z.array(z.object({ offset, key: text, value: text })), more: z.number().int() }),
    ),
  }),
  z.object({ type: z.literal('client.commit'), t, client: z.string(), group: z.string(), topic: z.string(), partition, offset }),
  z.object({ type: z.literal('group.join'), t, client: z.string(), group: z.string(), generation: z.number().int().nullable() }),
  z.object({ type: z.literal('group.assign'), t, client: z.string(), group: z.string(), owned }),
  z.object({ type: z.literal('group.revoke'), t, client: z.string(), group: z.string(), owned }),
  z.object({ type: z.literal('group.leave'), t, client: z.string(), group: z.string() }),
  z.object({ type: z.literal('txn.begin'), t, client: z.string(), id: z.string() }),
  z.object({ type: z.literal('txn.commit'), t, client: z.string(), id: z.string() }),
  z.object({ type: z.literal('txn.abort'), t, client: z.string(), id: z.string() }),
  z.object({
    type: z.literal('cluster.snapshot'),
    t,
    topic: z.string(),
    brokers: z.array(z.object({ broker, state: z.enum(brokerStates) })),
    partitions: z.array(partitionState),
  }),
  /** How far a group has committed and how far its partitions reach. `logEnd` is the high watermark, as Kafka's own tools count lag. */
  z.object({
    type: z.literal('group.lag'),
    t,
    group: z.string(),
    topic: z.string(),
    partitions: z.array(z.object({ partition, committed: offset.nullable(), logEnd: offset.nullable() })),
  }),
  /** The segments of one copy of a partition, oldest first, as they lie in the broker's folder. */
  z.object({ type: z.literal('storage.snapshot'), t, topic: z.string(), partition, broker, segments: z.array(segment) }),
  /** The first record batches of one copy of a partition, at most 64; `more` are those after them. */
  z.object({
    type: z.literal('storage.batches'),
    t,
    topic: z.string(),
    partition,
    broker,
    batches: z.array(batch),
    more: z.object({ batches: z.number().int(), bytes: z.number().int(), records: z.number().int() }),
  }),
  /**
   * What a task that counts by window has done with one record. Times are ms since 1970: `time` the record's time stamp, `streamTime` the
   * task's after it, `zero` what the experiment calls 0. Windows that end at `over` or before are over for the task; null: none ever is.
   */
  z.object({
    type: z.literal('task.windowed'),
    t,
    topic: z.string(),
    partition,
    called,
    key: z.string(),
    time: z.number(),
    streamTime: z.number(),
    over: z.number().nullable(),
    zero: z.number(),
    /** Whether the end of a window belongs to it, as that of a session does. */
    endWithin: z.boolean(),
    counts: z.array(windowCount),
    /** For how many windows the record came too late. */
    late: z.number().int(),
    /** What was written for readers on account of it. */
    said: z.array(windowCount),
  }),
  /**
   * What a task that joins the same partition of two topics has done with one record, and the pairs that it made: the values that met, or
   * a left one alone. `time` and `zero` are ms since 1970, `within` is the window of a join of two streams in ms.
   */
  z.object({
    type: z.literal('task.joined'),
    t,
    left: z.object({ topic: z.string(), kind: sideKind }),
    right: z.object({ topic: z.string(), kind: sideKind }),
    within: z.number().nullable(),
    partition,
    called,
    side: z.enum(['left', 'right']),
    key: z.string(),
    value: text,
    time: z.number(),
    zero: z.number(),
    pairs: z.array(z.object({ left: z.string(), right: text })),
  }),
  z.object({
    type: z.literal('fault.injected'),
    t,
    fault: z.enum(['freeze', 'kill', 'stop', 'proxy', 'process']),
    brokers: z.array(broker),
    detail: z.string(),
  }),
  z.object({
    type: z.literal('fault.healed'),
    t,
    fault: z.enum(['freeze', 'kill', 'stop', 'proxy', 'process']),
    brokers: z.array(broker),
    detail: z.string(),
  }),
  z.object({ type: z.literal('wait.begin'), t, id: z.number().int(), until: z.string(), deadline: z.number() }),
  z.object({ type: z.literal('wait.end'), t, id: z.number().int(), met: z.boolean(), saw: z.string() }),
  /** The measurement of an arm, whole, as the experiment returned it. */
  z.object({ type: z.literal('observation'), t, arm: z.string(), observed: z.json() }),
  z.object({ type: z.literal('arm.end'), t, arm: z.string() }),
]);

export type RunEvent = z.infer<typeof runEvent>;
export type RunEventOf<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;
export type Snapshot = RunEventOf<'cluster.snapshot'>;
export type PartitionState = Snapshot['partitions'][number];
export type BrokerState = (typeof brokerStates)[number];
export type StoredSegment = RunEventOf<'storage.snapshot'>['segments'][number];
export type StoredBatch = RunEventOf<'storage.batches'>['batches'][number];
export type Failure = z.infer<typeof failure>;
export type Observation = Json;
