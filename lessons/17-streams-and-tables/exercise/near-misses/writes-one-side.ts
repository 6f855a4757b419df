import type { Kafka } from 'kafkajs';

interface Counting {
  readonly kafka: Kafka;
  /** The topics to read from and to write to. */
  readonly orders: string;
  readonly counts: string;
  readonly group: string;
}

// Memory is right. What is written is the count of the new owner, and not that of the old one.
export default async function counter({ kafka, orders, counts, group }: Counting) {
  const producer = kafka.producer();
  await producer.connect();
  const owners = new Map<string, string>();
  const numbers = new Map<string, number>();

  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic: orders, fromBeginning: true });

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      const order = `${message.key}`;
      const owner = owners.get(order);
      if (owner !== undefined) numbers.set(owner, (numbers.get(owner) ?? 0) - 1);
      if (message.value === null) {
        owners.delete(order);
        return;
      }
      const customer = `${message.value}`;
      owners.set(order, customer);
      numbers.set(customer, (numbers.get(customer) ?? 0) + 1);

      const messages = [{ key: customer, value: `${numbers.get(customer)}` }];
      await producer.send({ topic: counts, messages });
    },
  });
}
