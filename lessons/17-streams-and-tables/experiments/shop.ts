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
  return Array.from({ length: partitions }, (_, partition) => {
    const here = orders.filter(
      ([customer, country]) => partitionOf({ customer, country }[by], partitions) === partition,
    );
    const byCountry = Map.groupBy(here, ([, country]) => country);
    return told([...byCountry].map(([country, its]) => [country, `${its.length}`]));
  });
}
// #endregion

/** `DK 1, SE 3`, by name. */
export const told = (counts: Iterable<readonly [country: string, count: string]>) =>
  [...counts]
    .map((row) => row.join(' '))
    .sort()
    .join(', ');
