import { readFileSync } from 'node:fs';
import { type Cluster, openCluster, stopCluster } from '@proving/cluster';
import kafkajs, { type Kafka } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../src/index.ts';

const page = readFileSync(new URL('../../../notes/errors.md', import.meta.url), 'utf8');
const topic = `errors-page-${Date.now()}`;
let cluster: Cluster;
let kafka: Kafka;

beforeAll(async () => {
  cluster = await openCluster();
  kafka = new kafkajs.Kafka({ clientId: 'errors-page', brokers: [...cluster.bootstrap], logLevel: kafkajs.logLevel.NOTHING });
  await withAdmin((admin) =>
    admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 2, replicationFactor: 3 }] }),
  );
});
afterAll(async () => {
  await withAdmin((admin) => admin.deleteTopics({ topics: [topic] }));
  await cluster[Symbol.asyncDispose]();
  await stopCluster();
});

type Admin = ReturnType<Kafka['admin']>;
type Producer = ReturnType<Kafka['producer']>;
type Config = Parameters<Kafka['producer']>[0];

async function withAdmin<T>(act: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  return act(admin).finally(() => admin.disconnect());
}

async function withProducer<T>(config: Config, act: (producer: Producer) => Promise<T>): Promise<T> {
  const producer = kafka.producer({
    allowAutoTopicCreation: false,
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    retry: { retries: 8, initialRetryTime: 50 },
    ...config,
  });
  await producer.connect();
  return act(producer).finally(() => producer.disconnect());
}

const send = (config: Config, record: { value: string; timestamp?: string }, to = topic) =>
  withProducer(config, (producer) => producer.send({ topic: to, messages: [record] }));
const transactional = (transactionalId: string, more: Config = {}): Config => ({
  transactionalId,
  idempotent: true,
  maxInFlightRequests: 1,
  ...more,
});

/** What an error says in kafkajs, the first that carries a type, wherever it is wrapped. */
function said(error: unknown): string {
  const { type, message, cause, errors } = error as {
    readonly type?: string;
    readonly message: string;
    readonly cause?: unknown;
    readonly errors?: readonly unknown[];
  };
  if (type !== undefined) return `${type}: ${message}`;
  const inner = errors?.[0] ?? cause;
  return inner === undefined ? message : said(inner);
}

describe('messages of notes/errors.md, brought about on brokers', () => {
  it.each<[says: string, act: () => Promise<unknown>]>([
    [
      'UNKNOWN_TOPIC_OR_PARTITION: This server does not host this topic-partition',
      () => send({ retry: { retries: 0 } }, { value: 'x' }, `${topic}-typo`),
    ],
    [
      'MESSAGE_TOO_LARGE: The request included a message larger than the max message size the server will accept',
      () => send({}, { value: 'x'.repeat(1_100_000) }),
    ],
    [
      'INVALID_TIMESTAMP: The timestamp of the message is out of acceptable range',
      () => send({}, { value: 'x', timestamp: String(Date.now() + 7_200_000) }),
    ],
    [
      "Not requiring ack for all messages invalidates the idempotent producer's EoS guarantees",
      () => withProducer({ idempotent: true }, (producer) => producer.send({ topic, acks: 1, messages: [{ value: 'x' }] })),
    ],
    [
      'INVALID_PARTITIONS: Number of partitions is invalid',
      () => withAdmin((admin) => admin.createPartitions({ topicPartitions: [{ topic, count: 1 }] })),
    ],
    [
      'INVALID_REPLICATION_FACTOR: Replication-factor is invalid',
      () => withAdmin((admin) => admin.createTopics({ topics: [{ topic: `${topic}-wide`, replicationFactor: 5 }] })),
    ],
    [
      'INVALID_TRANSACTION_TIMEOUT: The transaction timeout is larger than the maximum value allowed by the broker (as configured by max.transaction.timeout.ms)',
      () =>
        withProducer(transactional(`${topic}-long`, { transactionTimeout: 2_100_000_000 }), (producer) => producer.transaction()),
    ],
    [
      'There is already an ongoing transaction for this producer. Please end the transaction before beginning another.',
      () =>
        withProducer(transactional(`${topic}-twice`), async (producer) => {
          const open = await producer.transaction();
          await producer.transaction().finally(() => open.abort());
        }),
    ],
    [
      "INVALID_PRODUCER_EPOCH: Producer attempted an operation with an old epoch. Either there is a newer producer with the same transactionalId, or the producer's transaction has been expired by the broker",
      () =>
        withProducer(transactional(`${topic}-fenced`), async (older) => {
          const open = await older.transaction();
          await open.send({ topic, messages: [{ value: 'x' }] });
          return withProducer(transactional(`${topic}-fenced`), async (newer) => {
            const next = await newer.transaction();
            return open.send({ topic, messages: [{ value: 'y' }] }).finally(() => next.abort());
          });
        }),
    ],
  ])('%s', async (says, act) => {
    expect(await act().then(() => 'no error', said)).toBe(says);
    const [type, words] = /^([A-Z_]+): (.+)$/.exec(says)?.slice(1) ?? [undefined, says];
    expect(page).toContain(words);
    if (type !== undefined) expect(page).toContain(`\`${type}\` in kafkajs`);
  });

  it('a session that the brokers do not allow, and a position of a group that somebody reads', async () => {
    const crashed = Promise.withResolvers<string>();
    const short = kafka.consumer({ groupId: `${topic}-short`, sessionTimeout: 400, heartbeatInterval: 100 });
    short.on(short.events.CRASH, ({ payload }) => crashed.resolve(said(payload.error)));
    await short.connect();
    await short.subscribe({ topic });
    await short.run({ eachMessage: async () => undefined });
    const says =
      'The session timeout is not within the range allowed by the broker (as configured by group.min.session.timeout.ms and group.max.session.timeout.ms)';
    expect(await crashed.promise).toBe(`INVALID_SESSION_TIMEOUT: ${says}`);
    expect(page).toContain(says);
    await short.disconnect();

    const groupId = `${topic}-live`;
    const live = kafka.consumer({ groupId, maxWaitTimeInMs: 100 });
    await live.connect();
    await live.subscribe({ topic });
    await live.run({ eachMessage: async () => undefined });
    const refused = await withAdmin(async (admin) => {
      let state = '';
      await eventually(
        'the group is stable',
        async () => {
          state = (await admin.describeGroups([groupId])).groups[0]?.state ?? '';
          return state === 'Stable';
        },
        { saw: () => state },
      );
      return admin.setOffsets({ groupId, topic, partitions: [{ partition: 0, offset: '0' }] }).then(() => 'no error', said);
    });
    await live.disconnect();
    expect(refused).toBe('The consumer group must have no running instances, current state: Stable');
    expect(page).toContain(refused.replace('Stable', ''));
  });

  it('createTopics of kafkajs does not throw where the topic is there already', async () => {
    expect(await withAdmin((admin) => admin.createTopics({ topics: [{ topic }] }))).toBe(false);
  });
});
