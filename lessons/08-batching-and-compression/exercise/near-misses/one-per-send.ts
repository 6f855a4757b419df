import type { Kafka, Message } from 'kafkajs';

interface Stream {
  /** kafkajs as it comes, with gzip, snappy, lz4 and zstd registered. */
  readonly kafka: Kafka;
  readonly topic: string;
  /** 100,007 page views, one after the other; the key is the visitor. */
  readonly views: Iterable<Message>;
}

export default async function ({ kafka, topic, views }: Stream) {
  const producer = kafka.producer();
  await producer.connect();

  // A hundred at a time are under way.
  let sending: Promise<unknown>[] = [];
  for (const view of views) {
    sending.push(producer.send({ topic, messages: [view] }));
    if (sending.length < 100) continue;
    await Promise.all(sending);
    sending = [];
  }
  await Promise.all(sending);
  await producer.disconnect();
}
