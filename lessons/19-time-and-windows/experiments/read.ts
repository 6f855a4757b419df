import type { Lab, Topic } from '@proving/lab';

/** Reads all records of a topic of one partition with a new group. @returns their time stamps, in ms since 1970 */
export async function readAnew(lab: Lab, topic: Topic): Promise<readonly number[]> {
  const groupId = lab.group('reading');
  const consumer = await lab.connect(lab.kafka.consumer({ groupId, maxWaitTimeInMs: 100 }));
  const all = (await lab.readAll(topic)).length;
  const stamps: number[] = [];
  await consumer.subscribe({ topic: topic.name, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => void stamps.push(Number(message.timestamp)),
  });
  await lab.eventually('every record is read', () => stamps.length === all);
  await consumer.disconnect();
  return stamps;
}
