import type { Kafka } from 'kafkajs';

// How often was each page viewed in each minute? This one counts what it reads in the minute in which it
// reads it, and sends every count. One number for each page and minute is wanted, when the minute is over.
export default async function countViews({ kafka, topic, counts, group }: Counting) {
  const producer = kafka.producer();
  await producer.connect();
  const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });

  const views = new Map<string, number>();
  await consumer.run({
    eachMessage: async ({ message }) => {
      const minute = Math.floor(Date.now() / 60_000) * 60_000;
      const place = `${message.key} ${minute}`;
      const count = (views.get(place) ?? 0) + 1;
      views.set(place, count);
      const result = { key: message.key, value: `${minute} ${count}` };
      await producer.send({ topic: counts, messages: [result] });
    },
  });
}

interface Counting {
  readonly kafka: Kafka;
  /** The topic of the views: two partitions, the key is the page. */
  readonly topic: string;
  /** The topic for the results. */
  readonly counts: string;
  readonly group: string;
}
