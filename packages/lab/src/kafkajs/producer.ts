import kafkajs, {
  type Message,
  type Offsets,
  type Producer,
  type ProducerConfig,
  type ProducerRecord,
  type RecordMetadata,
  type Transaction,
} from 'kafkajs';
import type { CommitOperation, SendOperation, SentRecord } from '../history/operation.ts';
import type { Recorder } from '../recorder.ts';
import { asText, whole } from '../text.ts';
import { failureOf, outcomeOf } from './failure.ts';

type Send = (record: ProducerRecord) => Promise<RecordMetadata[]>;

/** A kafkajs producer that also writes history. It calls the client's own functions with the learner's own arguments. */
export function recordedProducer(
  make: (config: ProducerConfig) => Producer,
  config: ProducerConfig,
  name: string,
  recorder: Recorder,
): Producer {
  const chosen = new WeakMap<Message, number>();
  const partitioner = config.createPartitioner ?? kafkajs.Partitioners.DefaultPartitioner;
  const producer = make({
    ...config,
    // Only the partitioner learns which message goes where; the answer names partitions, not messages.
    createPartitioner: () => {
      const choose = partitioner();
      return (asked) => {
        const partition = choose(asked);
        chosen.set(asked.message, partition);
        return partition;
      };
    },
  });

  const recording =
    (send: Send, transaction: string | null): Send =>
    async (record) => {
      const id = recorder.nextId();
      const records: SentRecord[] = record.messages.map((message) => ({
        key: whole(message.key),
        value: whole(message.value),
        placed: null,
      }));
      const operation: SendOperation = {
        kind: 'send',
        process: name,
        topic: record.topic,
        at: recorder.now(),
        records,
        outcome: 'info',
        transaction,
      };
      recorder.record(operation);
      recorder.tell({
        type: 'client.send',
        id,
        client: name,
        topic: record.topic,
        acks: record.acks ?? -1,
        records: record.messages.map((message) => ({
          partition: message.partition ?? null,
          key: asText(message.key),
          value: asText(message.value),
        })),
      });
      try {
        const answer = await send(record);
        operation.outcome = 'ok';
        const placed = place(record, answer, chosen);
        records.forEach((each, i) => {
          each.placed = placed[i] ?? null;
        });
        recorder.tell({ type: 'client.ack', id, client: name, topic: record.topic, placed: placed.filter((at) => at !== null) });
        return answer;
      } catch (error) {
        operation.outcome = outcomeOf(error);
        recorder.tell({ type: 'client.error', id, client: name, call: 'send', error: failureOf(error) });
        throw error;
      }
    };

  const sendBatch =
    (send: Send): Producer['sendBatch'] =>
    async ({ topicMessages = [], ...common }) =>
      (await Promise.all(topicMessages.map(({ topic, messages }) => send({ ...common, topic, messages })))).flat();

  let transactions = 0;
  const send = recording((record) => producer.send(record), null);
  return {
    ...producer,
    send,
    sendBatch: sendBatch(send),
    async transaction() {
      const transaction = await producer.transaction();
      transactions += 1;
      return recordedTransaction(
        transaction,
        String(transactions),
        (each) => recording(each, String(transactions)),
        sendBatch,
        name,
        recorder,
      );
    },
  };
}

function recordedTransaction(
  transaction: Transaction,
  id: string,
  recording: (send: Send) => Send,
  batch: (send: Send) => Producer['sendBatch'],
  name: string,
  recorder: Recorder,
): Transaction {
  const operation = {
    kind: 'transaction' as const,
    process: name,
    transaction: id,
    at: recorder.now(),
    outcome: 'open' as 'open' | 'committed' | 'aborted' | 'info',
  };
  recorder.record(operation);
  recorder.tell({ type: 'txn.begin', client: name, id });
  const ending = (end: () => Promise<void>, call: 'commit' | 'abort') => async () => {
    try {
      await end();
      operation.outcome = call === 'commit' ? 'committed' : 'aborted';
      recorder.tell({ type: `txn.${call}`, client: name, id });
    } catch (error) {
      operation.outcome = 'info';
      recorder.tell({ type: 'client.error', id: null, client: name, call, error: failureOf(error) });
      throw error;
    }
  };
  const send = recording((record) => transaction.send(record));
  const positions: Position[] = [];
  const commit = ending(() => transaction.commit(), 'commit');
  return {
    ...transaction,
    send,
    sendBatch: batch(send),
    async sendOffsets(offsets) {
      try {
        await transaction.sendOffsets(offsets);
        positions.push(...positionsIn(offsets));
      } catch (error) {
        recorder.tell({ type: 'client.error', id: null, client: name, call: 'sendOffsets', error: failureOf(error) });
        throw error;
      }
    },
    // Positions that a transaction carries are committed by it, and not before.
    async commit() {
      await commit();
      for (const position of positions) {
        recorder.record({ kind: 'commit', process: name, at: recorder.now(), ...position });
        recorder.tell({ type: 'client.commit', client: name, ...position });
      }
    },
    abort: ending(() => transaction.abort(), 'abort'),
  };
}

type Position = Omit<CommitOperation, 'kind' | 'process' | 'at'>;

function positionsIn({ consumerGroupId: group, topics }: Offsets & { consumerGroupId: string }): Position[] {
  return topics.flatMap(({ topic, partitions }) =>
    partitions.map((each) => ({ group, topic, partition: Number(each.partition), offset: Number(each.offset) })),
  );
}

/** Where each message went: its partition as chosen, its offset counted from the batch's base offset in that partition. */
function place(
  record: ProducerRecord,
  answer: readonly RecordMetadata[],
  chosen: WeakMap<Message, number>,
): SentRecord['placed'][] {
  const next = new Map<number, number>();
  for (const { partition, baseOffset } of answer) if (baseOffset !== undefined) next.set(partition, Number(baseOffset));
  return record.messages.map((message) => {
    const partition = chosen.get(message);
    if (partition === undefined) return null;
    const offset = next.get(partition) ?? null;
    if (offset !== null) next.set(partition, offset + 1);
    return { partition, offset };
  });
}
