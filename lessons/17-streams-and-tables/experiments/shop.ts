import type { ReadRecord } from '@proving/lab';
import { partitionOf } from '@proving/lesson-03/partitioner';

export const partitions = 3;

/** Who ordered, and where the parcel goes. */
export const orders: readonly (readonly [customer: string, country: string])[] = [
  ['u1', 'NO'],
  ['u2', 'NO'],
  ['u3', 'SE'],
  ['u1', 'SE'],
  ['u4', 'NO'],
  ['u5', 'DK'],
  ['u2', 'SE'],
  ['u3', 'NO'],
];

// #region foretold
/** What the task of each partition counts, if orders are placed by that part of them: `['NO 4', 'DK 1, SE 3', '']`. */
export function foretold(by: 'customer' | 'country'): readonly string[] {
  return tasks(by).map((counted) => told(counted));
}

function tasks(by: 'customer' | 'country'): readonly (readonly [string, string])[][] {
  return Array.from({ length: partitions }, (_, partition) => {
    const here = orders.filter(
      ([customer, country]) => partitionOf({ customer, country }[by], partitions) === partition,
    );
    const byCountry = Map.groupBy(here, ([, country]) => country);
    return [...byCountry].map(([country, its]) => [country, `${its.length}`] as const);
  });
}
// #endregion

/** Every count that they write: each task counts from 1 to what it ends with. */
export const countsBy = (by: 'customer' | 'country') =>
  sorted(
    tasks(by).flatMap((counted) =>
      counted.flatMap(([country, last]) =>
        Array.from({ length: Number(last) }, (_, i) => `${country} ${i + 1}`),
      ),
    ),
  );

/** Every count that was written: `DK 1, NO 1, NO 2`. */
export const countsIn = (records: readonly ReadRecord[]) =>
  sorted(records.map(({ key, value }) => `${key} ${value}`));

/** Every record with its partition: `0 NO NO, 2 SE SE`. */
export const lying = (records: readonly ReadRecord[]) =>
  sorted(records.map(({ partition, key, value }) => `${partition} ${key} ${value}`));

const sorted = (all: readonly string[]) => [...all].sort().join(', ');

/** `DK 1, SE 3`, by name. */
export const told = (counts: Iterable<readonly [country: string, count: string]>) =>
  [...counts]
    .map((row) => row.join(' '))
    .sort()
    .join(', ');
