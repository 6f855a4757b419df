import type { Consumer, Kafka } from 'kafkajs';

interface Row {
  readonly key: string | null;
  readonly value: string | null;
}

/** Every committed record of a topic with one partition, up to its end as it is now. */
export async function readAll(kafka: Kafka, consumer: Consumer, topic: string) {
  const admin = kafka.admin();
  await admin.connect();
  const [log] = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const rows: Row[] = [];
  if (log === undefined || Number(log.low) >= Number(log.high)) return rows;

  const { promise: end, resolve } = Promise.withResolvers<void>();
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  // Fires for batches of nothing but markers, too, which no handler is given.
  consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
    if (Number(payload.lastOffset) + 1 >= Number(log.high)) resolve();
  });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message: { key, value } }) => {
      rows.push({ key: key && `${key}`, value: value && `${value}` });
    },
  });
  await end;
  await consumer.disconnect();
  return rows;
}
