import type { Kafka } from 'kafkajs';

interface Counting {
  readonly kafka: Kafka;
  /** The topics to read from and to write to. */
  readonly orders: string;
  readonly counts: string;
  readonly group: string;
}

// Restarted, it counts the same again; but what it counts is records.
export default async function counter({ kafka, orders, counts, group }: Counting) {
  const producer = kafka.producer();
  await producer.connect();
  const numbers = new Map<string, number>();

  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic: orders, fromBeginning: true });

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      if (message.value === null) return;
      const customer = `${message.value}`;
      const number = (numbers.get(customer) ?? 0) + 1;
      numbers.set(customer, number);

      const messages = [{ key: customer, value: `${number}` }];
      await producer.send({ topic: counts, messages });
    },
  });
}
