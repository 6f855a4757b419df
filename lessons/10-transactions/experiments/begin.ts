import { type Lab, numbered, type Topic } from '@proving/lab';
import type { Message } from 'kafkajs';

/** A producer with a transactional id of its own, as `01-who-sees-it` spells it out. */
export function transactional(lab: Lab, clientId: string) {
  const transactionalId = lab.transactionalId(clientId);
  const own = { transactionalId, idempotent: true, maxInFlightRequests: 1 };
  return lab.connect(lab.kafkaWith({ clientId }).producer(own));
}

/** Begins a transaction with a producer of its own and sends into it; the transaction is left open. */
export async function begin(lab: Lab, clientId: string, topic: Topic, ...messages: Message[]) {
  const transaction = await (await transactional(lab, clientId)).transaction();
  await transaction.send({ topic: topic.name, messages });
  return transaction;
}

/** A topic in which `order 1`, `order 2`, … stand, each sent plainly. */
export async function placed(lab: Lab, count: number): Promise<Topic> {
  const orders = await lab.topic();
  const shop = await lab.connect(lab.kafkaWith({ clientId: 'shop' }).producer());
  const messages = numbered(1, count).map((value) => ({ value }));
  await shop.send({ topic: orders.name, messages });
  return orders;
}

/** Sends to a topic plainly, outside of any transaction. */
export async function plainly(lab: Lab, topic: Topic) {
  const producer = await lab.connect(lab.kafka.producer());
  return (...messages: Message[]) => producer.send({ topic: topic.name, messages });
}

/** A record that names its partition. */
export const to = (partition: number, value: string): Message => ({ partition, value });
