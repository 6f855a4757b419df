import type { Shop } from '@proving/lab';

export default async function labels({ kafka, topic, group }: Shop & { group: string }) {
  const producer = kafka.producer();
  await producer.connect();
  const orders = Array.from({ length: 20 }, (_, i) => ({
    value: `order ${i + 1}`,
    partition: 0,
  }));
  await producer.send({ topic, messages: orders });
  await producer.disconnect();

  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic });
  const read: string[] = [];
  const last = Promise.withResolvers<void>();
  await consumer.run({
    eachMessage: async ({ message }) => {
      read.push(`${message.value}`);
      if (message.offset !== '14') return;
      await consumer.disconnect();
      last.resolve();
    },
  });
  consumer.seek({ topic, partition: 0, offset: '5' });
  await last.promise;
  return read;
}
