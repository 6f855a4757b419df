import type { Kafka } from 'kafkajs';

interface Counting {
  readonly kafka: Kafka;
  /** The topics to read from and to write to. */
  readonly orders: string;
  readonly counts: string;
  readonly group: string;
}

// Counts the orders of each customer: every record is an order, and the program never stops.
export default async function counter({ kafka, orders, counts, group }: Counting) {
  const producer = kafka.producer();
  await producer.connect();
  const numbers = new Map<string, number>();

  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic: orders, fromBeginning: true });

  await consumer.run({
    eachMessage: async ({ message }) => {
      const customer = `${message.value}`;
      const number = (numbers.get(customer) ?? 0) + 1;
      numbers.set(customer, number);
      await producer.send({ topic: counts, messages: [{ value: `${customer}: ${number}` }] });
    },
  });
}
