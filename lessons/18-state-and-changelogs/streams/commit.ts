import type { Message, Producer } from 'kafkajs';

/** What a task has made of some records, not yet written anywhere. */
export interface Work {
  readonly output: Message[];
  readonly changes: Message[];
  readonly partition: number;
  /** The position after these records. */
  readonly offset: string;
}

/** Brings output, changes and position to the brokers. */
export type Commit = (work: Work) => Promise<void>;

export interface Topics {
  readonly group: string;
  readonly from: string;
  readonly to: string;
  readonly changelog: string;
}

/** Told after each act, and waited for: where a process can be killed. */
export type At = (place: 'output' | 'state' | 'position', work: Work) => Promise<void>;

/** Output, state and position: all of them, or none. */
export function inOneTransaction(
  producer: Producer,
  { group, from, to, changelog }: Topics,
  at: At = async () => undefined,
): Commit {
  // #region transaction
  return async (work) => {
    const { output, changes, partition, offset } = work;
    const transaction = await producer.transaction();
    await transaction.send({ topic: to, messages: output });
    await at('output', work);
    await transaction.send({ topic: changelog, messages: changes });
    await at('state', work);
    const topics = [{ topic: from, partitions: [{ partition, offset }] }];
    await transaction.sendOffsets({ consumerGroupId: group, topics });
    await at('position', work);
    await transaction.commit();
  };
  // #endregion
}
