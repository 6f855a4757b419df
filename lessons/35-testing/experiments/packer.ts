import type { Lab } from '@proving/lab';
import type { Consumer, Kafka } from 'kafkajs';

interface Acts {
  readonly order: string;
  readonly offset: number;
  /** The effect: a parcel leaves the house. */
  ship(order: string): Promise<void>;
  /** Saves the group's position. */
  commit(position: number): Promise<void>;
}

// #region packers
/** What each packer does with an order. One of them is right. */
const packers = {
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
} as const;
// #endregion

export type Packer = keyof typeof packers;

export interface Packing {
  readonly kafka: Kafka;
  readonly topic: string;
  readonly group: string;
  readonly ship: Acts['ship'];
}

/** A packer at work, as its test sees it. */
export interface AtWork {
  readonly consumer: Consumer;
  /** The offset behind the last order that it is done with; -1 before the first. */
  done(): number;
}

/** Starts one; it goes on where its group was. */
export async function pack(
  packer: Packer,
  { kafka, topic, group, ship }: Packing,
): Promise<AtWork> {
  const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 100 });
  let done = -1;
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    async eachMessage({ partition, message: { offset, value } }) {
      const commit = (position: number) =>
        consumer.commitOffsets([{ topic, partition, offset: `${position}` }]);
      await packers[packer]({ order: `${value}`, offset: Number(offset), ship, commit });
      done = Number(offset) + 1;
    },
  });
  return { consumer, done: () => done };
}

/** Starts one, and ends it when it is done with all in front of that offset. */
export async function packUntil(
  lab: Lab,
  end: number,
  packer: Packer,
  packing: Packing,
): Promise<void> {
  const { consumer, done } = await pack(packer, packing);
  await lab.eventually(`it is done with ${end} orders`, () => done() === end);
  await consumer.disconnect();
}
