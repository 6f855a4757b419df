import type { Lab, Topic } from '@proving/lab';
import type { Producer } from 'kafkajs';

/** Sends orders, the first to partition 0, the next to partition 1, and so on in turn. */
export async function place(lab: Lab, orders: Topic, values: string[], partitions = 1) {
  const desk = desks.get(lab) ?? lab.connect(lab.kafka.producer());
  desks.set(lab, desk);
  const messages = values.map((value, i) => ({ value, partition: i % partitions }));
  await (await desk).send({ topic: orders.name, messages });
}

/** One producer for each run. */
const desks = new WeakMap<Lab, Promise<Producer>>();
