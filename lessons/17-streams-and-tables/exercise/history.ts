/** Eleven records about eight orders: order 2 was cy's and order 8 ada's, order 6 is cancelled. */
export const before: readonly (readonly [order: string, customer: string | null])[] = [
  ['1', 'ada'],
  ['2', 'bob'],
  ['3', 'ada'],
  ['4', 'cy'],
  ['2', 'cy'],
  ['5', 'bob'],
  ['6', 'eve'],
  ['7', 'eve'],
  ['8', 'fay'],
  ['6', null],
  ['8', 'ada'],
];

/** Six more: two new orders, a correction, two cancellations, and one that says again what is known. */
export const after: typeof before = [
  ['9', 'dan'],
  ['3', 'bob'],
  ['4', null],
  ['7', null],
  ['5', 'bob'],
  ['10', 'ada'],
];

export const customers = ['ada', 'bob', 'cy', 'dan', 'eve', 'fay'];

/** How many orders each customer has when these records have been folded. */
export function right(records: typeof before): Readonly<Record<string, number>> {
  const owners = [...new Map(records).values()];
  return Object.fromEntries(
    customers.map((each) => [each, owners.filter((owner) => owner === each).length]),
  );
}
