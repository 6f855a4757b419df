import type { Kafka } from 'kafkajs';

interface Packing {
  readonly kafka: Kafka;
  /** The topic with the orders, in one partition. The key is the customer. */
  readonly topic: string;
  readonly group: string;
  /** Packs one order at a table of its own; the promise is kept when its label is in the log of labels. */
  pack(order: string): Promise<void>;
}

// A lane for each customer, a shelf for sixteen, and the position at the oldest unfinished order.
export default async function packer({ kafka, topic, group, pack }: Packing) {
  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });

  const lanes = new Map<string, Promise<void>>();
  const unfinished = new Set<number>();
  let committing: Promise<void> = Promise.resolve();
  let taken = -1;
  let resume = () => {};

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message, pause }) => {
      const at = Number(message.offset);
      unfinished.add(at);
      taken = at;
      if (unfinished.size >= 16) resume = pause();

      const customer = `${message.key}`;
      const before = lanes.get(customer) ?? Promise.resolve();
      const packing = before
        .then(() => pack(`${message.value}`))
        .then(() => {
          unfinished.delete(at);
          if (unfinished.size <= 8) resume();
          committing = committing.then(() => {
            const offset = `${Math.min(...unfinished, taken + 1)}`;
            return consumer.commitOffsets([{ topic, partition, offset }]);
          });
        });
      lanes.set(customer, packing);
    },
  });
}
