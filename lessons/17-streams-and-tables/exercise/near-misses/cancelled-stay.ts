import type { Kafka } from 'kafkajs';

interface Counting {
  readonly kafka: Kafka;
  /** The topics to read from and to write to. */
  readonly orders: string;
  readonly counts: string;
  readonly group: string;
}

// An order that changes hands is counted anew. One that is cancelled is passed over.
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
      if (message.value === null) return;
      const order = `${message.key}`;
      const changed: string[] = [];
      const change = (customer: string, by: number) => {
        numbers.set(customer, (numbers.get(customer) ?? 0) + by);
        changed.push(customer);
      };

      const owner = owners.get(order);
      if (owner !== undefined) change(owner, -1);
      owners.set(order, `${message.value}`);
      change(`${message.value}`, +1);

      const messages = changed.map((key) => ({ key, value: `${numbers.get(key)}` }));
      if (messages.length > 0) await producer.send({ topic: counts, messages });
    },
  });
}
