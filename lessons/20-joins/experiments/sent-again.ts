import type { Lab, Topic } from '@proving/lab';
import { run } from '@proving/lesson-17/streams';
import { partitions } from './customers.ts';

/** Sends every record of a topic once more, with the partitioner of kafkajs 2. @returns the topic in which they are then */
export async function sentAgain(lab: Lab, placed: Topic): Promise<Topic> {
  const moved = await lab.topic({ title: 'orders-repartition', partitions });
  const groupId = lab.group('moving');
  const consumer = await lab.connect(lab.kafka.consumer({ groupId, maxWaitTimeInMs: 100 }));
  const producer = await lab.connect(lab.kafka.producer());
  // #region move
  await run({
    consumer,
    producer,
    from: placed.name,
    to: moved.name,
    processor: (record) => [record],
  });
  // #endregion
  const all = (await lab.readAll(placed)).length;
  const isMoved = async () => (await lab.readAll(moved)).length === all;
  await lab.eventually('every record is sent again', isMoved, { giveUpAfter: '60s' });
  await consumer.disconnect();
  return moved;
}
