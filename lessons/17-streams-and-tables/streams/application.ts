import type { Consumer, Producer } from 'kafkajs';
import type { Processor } from './processor.ts';
import { fromKafka, toKafka } from './record.ts';
import { MemoryStore } from './store.ts';
import { Task } from './task.ts';

export interface Application {
  /** Connected, and of a group: the group deals the partitions, and with them the tasks. */
  readonly consumer: Consumer;
  readonly producer: Producer;
  readonly from: string;
  readonly to: string;
  readonly processor: Processor;
  /** Told when a batch is done: written, and its position committed. */
  readonly worked?: (worked: Worked) => void;
}

export interface Worked {
  readonly partition: number;
  /** The committed position. */
  readonly offset: number;
}

/**
 * Reads a topic with one task for each partition and writes what they answer: first the output, then the position, so at least
 * once. When the group deals anew, the tasks of partitions that went elsewhere go, and their stores with them.
 * @returns the tasks, by partition; more come as partitions are dealt and records arrive
 */
export async function run(application: Application): Promise<ReadonlyMap<number, Task>> {
  const { consumer, producer, from, to, processor, worked } = application;
  const tasks = new Map<number, Task>();
  const taskOf = (partition: number) => {
    const task = tasks.get(partition) ?? new Task(partition, new MemoryStore(), processor);
    tasks.set(partition, task);
    return task;
  };
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    const dealt = payload.memberAssignment[from] ?? [];
    for (const partition of tasks.keys()) if (!dealt.includes(partition)) tasks.delete(partition);
  });

  // #region loop
  await consumer.subscribe({ topic: from, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch }) => {
      const { topic, partition, messages } = batch;
      const task = taskOf(partition);
      const output = messages.flatMap((message) => task.process(fromKafka(message)));
      if (output.length > 0) await producer.send({ topic: to, messages: output.map(toKafka) });

      const offset = Number(batch.lastOffset()) + 1;
      await consumer.commitOffsets([{ topic, partition, offset: `${offset}` }]);
      worked?.({ partition, offset });
    },
  });
  // #endregion
  return tasks;
}
