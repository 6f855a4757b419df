import { fromKafka } from '@proving/lesson-17/streams';
import type { Admin, Consumer } from 'kafkajs';
import type { Join, Pair, Side } from './join.ts';
import { JoinTask } from './task.ts';

export interface Application {
  /** Connected, and alone in its group: it is dealt every partition of both topics. */
  readonly consumer: Consumer;
  readonly admin: Admin;
  readonly left: string;
  readonly right: string;
  /** A join for each partition, with nothing in it. */
  readonly join: (partition: number) => Join;
  /** Told of each record that was processed, by the pairs that it made. Waited for. */
  readonly worked: (pairs: readonly Pair[]) => Promise<void> | void;
}

/**
 * Reads two topics from their beginning, with one task for each partition number: partition 2 of the one and partition 2 of the other
 * share it. What it knows lives in memory, so no position is committed either: the next run begins at nothing.
 * @throws {Error} where the topics have different numbers of partitions
 */
export async function run({ consumer, admin, left, right, join, worked }: Application): Promise<void> {
  const [lefts, rights] = [await endsOf(admin, left), await endsOf(admin, right)];
  if (lefts.length !== rights.length)
    throw new Error(`${left} has ${lefts.length} partitions, ${right} has ${rights.length}: no task could have both`);
  const begin = () => lefts.map((end, p) => new JoinTask(join(p), { left: end, right: rights[p] ?? 0 }));
  let tasks = begin();
  consumer.on(consumer.events.GROUP_JOIN, () => {
    tasks = begin();
  });

  // #region loop
  await consumer.subscribe({ topics: [left, right], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch }) => {
      const side: Side = batch.topic === left ? 'left' : 'right';
      const position = Number(batch.lastOffset()) + 1;
      const task = tasks[batch.partition];
      task?.fetched(side, batch.messages.map(fromKafka), position);
      for (const pairs of task?.work() ?? []) await worked(pairs);
    },
  });
  // #endregion
}

/** By partition, the offset behind the last record. */
async function endsOf(admin: Admin, topic: string): Promise<readonly number[]> {
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets.toSorted((a, b) => a.partition - b.partition).map(({ high }) => Number(high));
}
