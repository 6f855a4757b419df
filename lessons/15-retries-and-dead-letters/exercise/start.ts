import type { Kafka } from 'kafkajs';

interface Draining {
  readonly kafka: Kafka;
  /** The topic with the dead letters, in one partition. */
  readonly deadLetters: string;
  readonly group: string;
}

// Sends each letter back as it comes. Somebody wrote it in the night of the outage.
export default async function drain({ kafka, deadLetters, group }: Draining) {
  const admin = kafka.admin();
  await admin.connect();
  const [end] = await admin.fetchTopicOffsets(deadLetters);
  await admin.disconnect();
  const high = Number(end?.high);

  const consumer = kafka.consumer({ groupId: group });
  const producer = kafka.producer();
  await Promise.all([consumer.connect(), producer.connect()]);
  await consumer.subscribe({ topic: deadLetters, fromBeginning: true });

  const read = Promise.withResolvers<void>();
  await consumer.run({
    eachMessage: async ({ message }) => {
      const topic = `${message.headers?.['dead.topic']}`;
      const key = `${message.key}`;
      const value = `${message.value}`;
      await producer.send({ topic, messages: [{ key, value }] });
      if (Number(message.offset) === high - 1) read.resolve();
    },
  });
  await read.promise;
  await Promise.all([consumer.disconnect(), producer.disconnect()]);
}
