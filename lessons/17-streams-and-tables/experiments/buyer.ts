import type { Lab, Topic } from '@proving/lab';

/** Sends an order of each of these customers, in one batch. */
export async function buyer(lab: Lab, orders: Topic) {
  const producer = await lab.connect(lab.kafka.producer());
  return (...customers: string[]) =>
    producer.send({
      topic: orders.name,
      messages: customers.map((key) => ({ key, value: 'a pen' })),
    });
}
