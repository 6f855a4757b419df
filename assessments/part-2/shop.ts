export const partitions = 2;

/** A payment as it stands in the log, and as its receipt says it. */
export interface Payment {
  readonly payment: string;
  readonly customer: string;
  readonly partition: number;
}

/** What was written when, in the order of the log. */
export interface Day {
  /** Packed before the night; no customer twice. */
  readonly packed: readonly Payment[];
  /** Of the billing: written by the run that died, and once more, behind `late`, by the one that went through. */
  readonly subscriptions: readonly Payment[];
  /** Of the till, behind the run that died; each customer twice in the same partition. */
  readonly late: readonly Payment[];
  /** Of this morning. */
  readonly today: readonly Payment[];
}

/** How many are packed in each partition differs from learner to learner, and so does the offset where the billing died. */
export function dayOf(seed: number): Day {
  const first = 3 + (seed % 5);
  let number = 0;
  const write = (counts: readonly number[], customerOf: (i: number, partition: number) => string): Payment[] =>
    counts.flatMap((count, partition) =>
      Array.from({ length: count }, (_, i) => ({ payment: `payment ${++number}`, customer: customerOf(i, partition), partition })),
    );
  return {
    packed: write([first, 10 - first], (i, partition) => `customer-${1 + i * partitions + partition}`),
    subscriptions: write([3, 3], (i, partition) => `subscriber-${1 + i * partitions + partition}`),
    late: write([6, 6], (i, partition) => `customer-${21 + (i % 3) * partitions + partition}`),
    today: write([1, 1], (_, partition) => `customer-${31 + partition}`),
  };
}

export const paymentsOf = ({ packed, subscriptions, late, today }: Day): readonly Payment[] => [
  ...packed,
  ...subscriptions,
  ...late,
  ...today,
];
