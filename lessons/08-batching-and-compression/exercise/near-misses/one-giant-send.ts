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
  await producer.send({ topic, messages: [...views] });
  await producer.disconnect();
}
