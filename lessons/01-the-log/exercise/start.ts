import type { Shop } from '@proving/lab';

// Twenty orders in, ten of them out again: task.md says what is asked for.
// This runs, but it does not do the task yet. Two places are marked; work there.
export default async function labels({ kafka, topic, group }: Shop & { group: string }) {
  const producer = kafka.producer();
  await producer.connect();
  // 1. Send twenty orders, not one, all of them into partition 0.
  await producer.send({ topic, messages: [{ value: 'order 1' }] });
  await producer.disconnect();

  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic });
  const read: string[] = [];
  // 2. Begin at offset 5, end at offset 14, and disconnect no sooner.
  await consumer.run({
    eachMessage: async ({ message }) => {
      read.push(`${message.value}`);
    },
  });
  await consumer.disconnect();
  return read;
}
