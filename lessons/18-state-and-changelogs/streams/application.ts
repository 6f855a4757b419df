import { fromKafka, type Processor, Task, toKafka } from '@proving/lesson-17/streams';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import type { Commit } from './commit.ts';
import { LoggedStore } from './logged-store.ts';
import type { Restored } from './restored.ts';

export interface Application {
  /** Connected, and a member of the group that deals the partitions. */
  readonly consumer: Consumer;
  readonly from: string;
  readonly processor: Processor;
  /** Asked before the first record of a partition: what its task goes on with, and how its work is brought home. */
  readonly take: (partition: number) => Promise<Restored & { readonly commit: Commit }>;
  /** How many records go into one commit. Default 500. */
  readonly atOnce?: number;
  /** How many tasks work at the same time. Default 1, as with kafkajs. */
  readonly together?: number;
  readonly worked?: (worked: Worked) => void;
}

export interface Worked {
  readonly partition: number;
  /** The committed position. */
  readonly offset: number;
  /** Changes that were read before the first record. */
  readonly read: number;
}

/**
 * A task for each partition, with a store that is restored before the first record. A task whose work could not be brought home
 * is thrown away, and restored when its records come again. So is one whose partition went elsewhere.
 */
export async function run(application: Application): Promise<void> {
  const { consumer, from, processor, take, atOnce = 500, together = 1, worked } = application;
  const tasks = new Map<number, ReturnType<typeof begin>>();
  const begin = async (partition: number) => {
    const taken = await take(partition);
    const store = new LoggedStore(taken.store);
    return { ...taken, store, task: new Task(partition, store, processor) };
  };
  const taskOf = (partition: number) => {
    const task = tasks.get(partition) ?? begin(partition);
    tasks.set(partition, task);
    return task;
  };
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    const dealt = payload.memberAssignment[from] ?? [];
    for (const partition of tasks.keys()) if (!dealt.includes(partition)) tasks.delete(partition);
  });

  // #region work
  const work = async ({ batch, heartbeat }: EachBatchPayload) => {
    const { partition } = batch;
    const { task, store, position, commit, read } = await taskOf(partition);
    const left = batch.messages.filter((message) => Number(message.offset) >= position);
    while (left.length > 0) {
      const some = left.splice(0, atOnce);
      const output = some.flatMap((message) => task.process(fromKafka(message)).map(toKafka));
      const timestamp = `${task.streamTime}`;
      const changes = store.taken().map((change) => ({ ...change, timestamp }));
      const offset = Number(some.at(-1)?.offset) + 1;
      await commit({ output, changes, partition, offset: `${offset}` });
      worked?.({ partition, offset, read });
      await heartbeat();
    }
  };
  // #endregion
  await consumer.subscribe({ topic: from, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    partitionsConsumedConcurrently: together,
    eachBatch: async (each) => {
      await work(each).catch((error) => {
        tasks.delete(each.batch.partition);
        throw error;
      });
    },
  });
}
