import type { Lab, Topic } from '@proving/lab';

interface How {
  /** How many customers order in turn. Default 4. */
  readonly customers?: number;
  /** Default 0. */
  readonly partition?: number;
  /** How many orders were sent before, so that the customers go on in turn. Default 0. */
  readonly before?: number;
}

/** Sends orders of several customers in turn, in one request, to one partition. Returns the producer. */
export async function place(lab: Lab, to: Topic, values: string[], how: How = {}) {
  const { customers = 4, partition = 0, before = 0 } = how;
  const producer = await lab.connect(lab.kafka.producer());
  const messages = values.map((value, i) => {
    const key = `customer-${((before + i) % customers) + 1}`;
    return { key, value, partition };
  });
  await producer.send({ topic: to.name, messages });
  return producer;
}
