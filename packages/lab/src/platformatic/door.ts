import type * as Library from '@platformatic/kafka';
import type {
  Consumer,
  ConsumerOptions,
  Message,
  MessagesStream,
  Producer,
  ProducerOptions,
  SendOptions,
} from '@platformatic/kafka';
import type { Cluster } from '@proving/cluster';
import { clientSettings } from '../client-settings.ts';
import type { SendOperation, SentRecord } from '../history/operation.ts';
import type { PlatformaticDoor } from '../lab.ts';
import { refusal } from '../observer/refusal.ts';
import type { Recorder } from '../recorder.ts';
import { asText, whole } from '../text.ts';

type Text = string;
type TextProducer = Producer<Text, Text, Text, Text>;
type TextConsumer = Consumer<Text, Text, Text, Text>;
type TextSend = SendOptions<Text, Text, Text, Text>;
type Answered = (failure: Error | null, answer?: Library.ProduceResult) => void;

/** `@platformatic/kafka`'s classes with the cluster's addresses filled in, writing the same history as the kafkajs wrapper. */
export function platformaticDoor(
  library: typeof Library,
  cluster: Pick<Cluster, 'bootstrap' | 'security'>,
  recorder: Recorder,
  partitionsOf: (topic: string) => number | null,
  opened: (consumer: { close(force: boolean): Promise<void> }) => void = () => undefined,
): PlatformaticDoor {
  const base = { clientId: 'proving-platformatic', bootstrapBrokers: [...cluster.bootstrap], ...secured(cluster) };
  return {
    producer(options = {}) {
      const producer: TextProducer = new library.Producer({
        ...base,
        serializers: library.stringSerializers,
        autocreateTopics: false,
        ...options,
      } as ProducerOptions<Text, Text, Text, Text>);
      return recordedProducer(
        library,
        producer,
        options.partitioner,
        recorder.nameFor('platformatic producer'),
        recorder,
        partitionsOf,
      );
    },
    consumer(options) {
      const consumer: TextConsumer = new library.Consumer({
        ...base,
        deserializers: library.stringDeserializers,
        maxWaitTime: clientSettings['@platformatic/kafka'].maxWaitTime.lab,
        ...options,
      } as ConsumerOptions<Text, Text, Text, Text>);
      opened(consumer);
      return recordedConsumer(
        consumer,
        recorder.nameFor('platformatic consumer', options.groupId),
        recorder,
        options.groupProtocol === 'consumer',
      );
    },
    admin: (options = {}) => new library.Admin({ ...base, ...options }),
  };
}

function recordedProducer(
  library: typeof Library,
  producer: TextProducer,
  partitioner: TextSend['partitioner'],
  name: string,
  recorder: Recorder,
  partitionsOf: (topic: string) => number | null,
): TextProducer {
  const send = producer.send.bind(producer) as (options: TextSend) => Promise<Library.ProduceResult>;
  const recorded = async (options: TextSend): Promise<Library.ProduceResult> => {
    const id = recorder.nextId();
    const topic = options.messages[0]?.topic ?? '';
    const records: SentRecord[] = options.messages.map((message) => ({
      key: whole(message.key),
      value: whole(message.value),
      placed: null,
    }));
    const operation: SendOperation = {
      kind: 'send',
      process: name,
      topic,
      at: recorder.now(),
      records,
      outcome: 'info',
      transaction: producer.transaction?.id ?? null,
    };
    recorder.record(operation);
    recorder.tell({
      type: 'client.send',
      id,
      client: name,
      topic,
      acks: options.acks ?? -1,
      records: options.messages.map((message) => ({
        partition: message.partition ?? null,
        key: asText(message.key),
        value: asText(message.value),
      })),
    });
    try {
      const answer = await send(options);
      operation.outcome = 'ok';
      const next = new Map((answer.offsets ?? []).map((each) => [each.partition, Number(each.offset)]));
      const choose = options.partitioner ?? partitioner;
      const partitions = partitionsOf(topic);
      const placed = options.messages.map((message) => {
        const key = message.key === undefined || message.key === null ? undefined : Buffer.from(message.key);
        const raw =
          message.partition ??
          (choose ? choose(message, key, { metadata: undefined }) : key ? library.defaultPartitioner(message, key) : null);
        const partition =
          raw === null || partitions === null ? (next.size === 1 ? ([...next.keys()][0] ?? null) : null) : raw % partitions;
        if (partition === null) return null;
        const offset = next.get(partition) ?? null;
        if (offset !== null) next.set(partition, offset + 1);
        return { partition, offset };
      });
      records.forEach((each, i) => {
        each.placed = placed[i] ?? null;
      });
      recorder.tell({ type: 'client.ack', id, client: name, topic, placed: placed.filter((at) => at !== null) });
      return answer;
    } catch (error) {
      operation.outcome = outcomeOf(error);
      recorder.tell({
        type: 'client.error',
        id,
        client: name,
        call: 'send',
        error: { name: (error as Error).name, code: codeOf(error), message: refusal(error), retriable: false },
      });
      throw error;
    }
  };
  // The library's own streams (`asStream`) send by callback, everybody else awaits.
  producer.send = ((options: TextSend, answered?: Answered) => {
    const answer = recorded(options);
    return answered ? void answer.then((result) => answered(null, result), answered) : answer;
  }) as TextProducer['send'];
  return producer;
}

function recordedConsumer(consumer: TextConsumer, name: string, recorder: Recorder, inConsumerProtocol: boolean): TextConsumer {
  const group = consumer.groupId;
  const consume = consumer.consume.bind(consumer) as (
    options: Parameters<TextConsumer['consume']>[0],
  ) => Promise<MessagesStream<Text, Text, Text, Text>>;
  consumer.on('consumer:group:join', (joined) => {
    recorder.tell({ type: 'group.join', client: name, group, generation: joined.generationId ?? null });
    if (!inConsumerProtocol) recorder.tell({ type: 'group.assign', client: name, group, owned: byTopic(joined.assignments) });
  });
  consumer.on('consumer:group:leave', () => recorder.tell({ type: 'group.leave', client: name, group }));
  if (inConsumerProtocol) tellAssignments(consumer, name, recorder);
  consumer.consume = (async (options: Parameters<TextConsumer['consume']>[0]) => {
    const stream = await consume(options);
    const isolation = options.isolationLevel === 0 ? 'read_uncommitted' : 'read_committed';
    const push = stream.push.bind(stream);
    // The stream is the only door through which a message passes, whether it is read by events or by `for await`.
    stream.push = (message: Message<Text, Text, Text, Text> | null) => {
      if (message)
        recorder.delivered({ process: name, group, topic: message.topic, partition: message.partition, isolation }, message);
      return push(message);
    };
    return stream;
  }) as TextConsumer['consume'];
  return consumer;
}

/**
 * Under the consumer protocol (KIP-848) partitions come and go with heartbeats, and the library has no event for it: it sets
 * `assignments`. So that is what is watched.
 */
function tellAssignments(consumer: TextConsumer, client: string, recorder: Recorder): void {
  let assignments = consumer.assignments;
  Object.defineProperty(consumer, 'assignments', {
    configurable: true,
    enumerable: true,
    get: () => assignments,
    set(now: typeof assignments) {
      const [was, owned] = [byTopic(assignments), byTopic(now)];
      assignments = now;
      if (JSON.stringify(was) !== JSON.stringify(owned))
        recorder.tell({ type: 'group.assign', client, group: consumer.groupId, owned });
    },
  });
}

const byTopic = (assignments: Library.GroupAssignment[] | null | undefined) =>
  Object.fromEntries((assignments ?? []).map(({ topic, partitions }) => [topic, [...partitions].sort((a, b) => a - b)]));

/** A broker's refusal before the write is `fail`; anything without a definite answer is `info`. */
function outcomeOf(error: unknown): 'fail' | 'info' {
  const code = codeOf(error);
  const open = [
    'REQUEST_TIMED_OUT',
    'NOT_ENOUGH_REPLICAS_AFTER_APPEND',
    'UNKNOWN_SERVER_ERROR',
    'KAFKA_STORAGE_ERROR',
    'NETWORK_EXCEPTION',
  ];
  return code === null || open.includes(code) ? 'info' : 'fail';
}

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { apiId, cause, errors = [] } = error as { apiId?: string; cause?: unknown; errors?: readonly unknown[] };
  return apiId ?? [cause, ...errors].map(codeOf).find((code) => code !== null) ?? null;
}

function secured({ security }: Pick<Cluster, 'security'>): object {
  if (!security) return {};
  return {
    ...(security.tls && { tls: security.tls }),
    ...(security.sasl && { sasl: { ...security.sasl, mechanism: security.sasl.mechanism.toUpperCase() } }),
  };
}
