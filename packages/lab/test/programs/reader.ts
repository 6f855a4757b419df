import { child } from '../../src/child.ts';

// A child program for the test of child(): reads one record, commits it, says so, and waits to be killed.
const { args, kafka, say } = child<{ topic: string; group: string }>();
const consumer = kafka.consumer({ groupId: args.group });
await consumer.connect();
await consumer.subscribe({ topic: args.topic, fromBeginning: true });
await consumer.run({
  autoCommit: false,
  eachMessage: async ({ topic, partition, message }) => {
    await consumer.commitOffsets([{ topic, partition, offset: `${Number(message.offset) + 1}` }]);
    say({ read: `${message.value}` });
  },
});
