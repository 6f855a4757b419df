import type { Kafka } from 'kafkajs';

const minute = 60_000;
const grace = 30_000;

// How often was each page viewed in each minute? One number for each page and minute, when the minute is over.
export default async function countViews({ kafka, topic, counts, group }: Counting) {
  const producer = kafka.producer();
  await producer.connect();
  const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });

  const tasks = new Map<number, Task>();
  await consumer.run({
    eachMessage: async ({ message }) => {
      const task = tasks.get(0) ?? { time: 0, open: new Map() };
      tasks.set(0, task);
      const happened = Number(message.timestamp);
      task.time = Math.max(task.time, happened);

      const start = Math.floor(happened / minute) * minute;
      const place = `${start} ${message.key}`;
      const old = task.open.get(place);
      const count = { page: `${message.key}`, start, views: (old?.views ?? 0) + 1 };
      if (!isOver(start, task)) task.open.set(place, count);

      const over = [...task.open].filter(([, each]) => isOver(each.start, task));
      for (const [each] of over) task.open.delete(each);
      const messages = over.map(([, { page, start, views }]) => ({
        key: page,
        value: `${start} ${views}`,
      }));
      if (messages.length > 0) await producer.send({ topic: counts, messages });
    },
  });
}

const isOver = (start: number, { time }: Task) => start + minute + grace <= time;

/** Stream time, and the minutes that are not over. */
interface Task {
  time: number;
  readonly open: Map<string, { page: string; start: number; views: number }>;
}

interface Counting {
  readonly kafka: Kafka;
  /** The topic of the views: two partitions, the key is the page. */
  readonly topic: string;
  /** The topic for the results. */
  readonly counts: string;
  readonly group: string;
}
