import type { Kafka, Message } from 'kafkajs';

interface Stream {
  /** kafkajs as it comes, with gzip, snappy, lz4 and zstd registered. */
  readonly kafka: Kafka;
  readonly topic: string;
  /** 100,007 page views, one after the other; the key is the visitor. */
  readonly views: Iterable<Message>;
}

const perSend = 20_000;

export default async function ({ kafka, topic, views }: Stream) {
  const producer = kafka.producer();
  await producer.connect();

  const send = (messages: Message[]) => producer.send({ topic, messages });

  const waiting: Message[] = [];
  for (const view of views) {
    waiting.push(view);
    if (waiting.length === perSend) await send(waiting.splice(0));
  }
  if (waiting.length > 0) await send(waiting);

  await producer.disconnect();
}
