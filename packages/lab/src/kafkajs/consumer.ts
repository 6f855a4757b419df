import type { Consumer, ConsumerConfig, ConsumerRunConfig, KafkaMessage } from 'kafkajs';
import type { Recorder } from '../recorder.ts';
import { failureOf } from './failure.ts';

/** A kafkajs consumer that also writes history: deliveries as the handler gets them, joins, assignments, commits. */
export function recordedConsumer(
  make: (config: ConsumerConfig) => Consumer,
  config: ConsumerConfig,
  name: string,
  recorder: Recorder,
): Consumer {
  const consumer = make(config);
  const group = config.groupId;
  const isolation = config.readUncommitted ? 'read_uncommitted' : 'read_committed';
  let owned: Record<string, number[]> = {};

  const deliver = (topic: string, partition: number, message: KafkaMessage) => {
    recorder.delivered({ process: name, group, topic, partition, isolation }, message);
  };

  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    owned = payload.memberAssignment as Record<string, number[]>;
    recorder.tell({ type: 'group.join', client: name, group, generation: null });
    recorder.tell({ type: 'group.assign', client: name, group, owned });
  });
  const revoke = () => {
    if (Object.keys(owned).length > 0) recorder.tell({ type: 'group.revoke', client: name, group, owned });
    owned = {};
  };
  consumer.on(consumer.events.REBALANCING, revoke);
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    recorder.tell({ type: 'client.error', id: null, client: name, call: 'consumer', error: failureOf(payload.error) });
  });
  consumer.on(consumer.events.STOP, () => {
    revoke();
    recorder.tell({ type: 'group.leave', client: name, group });
  });
  consumer.on(consumer.events.COMMIT_OFFSETS, ({ payload }) => {
    for (const { topic, partitions } of payload.topics) {
      for (const each of partitions) {
        const at = { topic, partition: Number(each.partition), offset: Number(each.offset) };
        recorder.record({ kind: 'commit', process: name, group, at: recorder.now(), ...at });
        recorder.tell({ type: 'client.commit', client: name, group, ...at });
      }
    }
  });

  return {
    ...consumer,
    run({ eachMessage, eachBatch, ...options }: ConsumerRunConfig = {}) {
      return consumer.run({
        ...options,
        ...(eachMessage && {
          eachMessage: (payload) => {
            deliver(payload.topic, payload.partition, payload.message);
            return eachMessage(payload);
          },
        }),
        ...(eachBatch && {
          eachBatch: (payload) => {
            for (const message of payload.batch.messages) deliver(payload.batch.topic, payload.batch.partition, message);
            return eachBatch(payload);
          },
        }),
      });
    },
  };
}
