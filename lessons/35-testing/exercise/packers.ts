import { onceAtRest } from '@proving/lab/child';
import type { Consumer, Kafka } from 'kafkajs';

type Ship = (order: string) => Promise<void>;
interface Acts {
  readonly order: string;
  readonly offset: number;
  readonly ship: Ship;
  commit(position: number): Promise<void>;
}

/** The packers that a learner's test is asked about. */
export const packers = {
  async right({ order, offset, ship, commit }: Acts) {
    await ship(order);
    await commit(offset + 1);
  },
  async shipsNothing({ offset, commit }: Acts) {
    await commit(offset + 1);
  },
  async commitsItsOwn({ order, offset, ship, commit }: Acts) {
    await ship(order);
    await commit(offset);
  },
  async commitsFirst({ order, offset, ship, commit }: Acts) {
    await commit(offset + 1);
    await ship(order);
  },
} as const;
export type Packer = keyof typeof packers;

export interface Started {
  atRest(): Promise<void>;
  stop(): Promise<void>;
}

interface Place {
  readonly kafka: Kafka;
  readonly topic: string;
  readonly group: string;
  /** The broker that leads the topic. */
  readonly leader: number;
}

/** A packer at work. What `ship` throws is its end: kafkajs starts it neither again nor elsewhere. */
export async function start(
  packer: Packer,
  { kafka, topic, group, leader }: Place,
  ship: Ship,
): Promise<Started> {
  const retry = { retries: 0, restartOnFailure: async () => false };
  const consumer: Consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 100, retry });
  const rest = Promise.withResolvers<void>();
  onceAtRest(consumer, leader, { caughtUp: rest.resolve, crashed: () => rest.resolve() });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    async eachMessage({ partition, message: { offset, value } }) {
      const commit = (position: number) =>
        consumer.commitOffsets([{ topic, partition, offset: `${position}` }]);
      await packers[packer]({ order: `${value}`, offset: Number(offset), ship, commit });
    },
  });
  return { atRest: () => rest.promise, stop: () => consumer.disconnect() };
}
