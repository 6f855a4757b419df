import type { Lab, Topic } from '@proving/lab';

/** Sends orders of four customers in turn, in one request; a customer's orders have the same key. Returns the producer. */
export async function place(lab: Lab, orders: Topic, values: string[]) {
  const producer = await lab.connect(lab.kafka.producer());
  const messages = values.map((value, i) => ({ key: `customer-${(i % 4) + 1}`, value }));
  await producer.send({ topic: orders.name, messages });
  return producer;
}
