import type { Kafka, Message } from 'kafkajs';

interface Stream {
  /** kafkajs as it comes, with gzip, snappy, lz4 and zstd registered. */
  readonly kafka: Kafka;
  readonly topic: string;
  /** 100,007 page views, one after the other; the key is the visitor. */
  readonly views: Iterable<Message>;
}

// Correct, and far too slow: a request for every page view, and each is awaited before the next.
export default async function ({ kafka, topic, views }: Stream) {
  const producer = kafka.producer();
  await producer.connect();
  for (const view of views) await producer.send({ topic, messages: [view] });
  await producer.disconnect();
}
