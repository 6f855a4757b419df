import type { Table } from '../streams/index.ts';

interface Change {
  readonly key: string;
  readonly value: string | null;
}

/** As records: the client places each by its key, or they are dealt out to two partitions in turn. */
export function changes(dealt: 'by key' | 'in turn') {
  if (dealt === 'by key') return [...moves];
  return moves.map((change, i) => ({ ...change, partition: i % 2 }));
}

/** Four customers, seven changes of address. Bob moves out: a tombstone. */
const moves: readonly Change[] = [
  { key: 'ada', value: 'Oslo' },
  { key: 'bob', value: 'Rome' },
  { key: 'ada', value: 'Bergen' },
  { key: 'cy', value: 'Bonn' },
  { key: 'bob', value: null },
  { key: 'ada', value: 'Turin' },
  { key: 'dan', value: 'Paris' },
];

/** `ada Turin, cy Bonn`, by key. */
export const told = (table: Table) =>
  [...table]
    .map((row) => row.join(' '))
    .sort()
    .join(', ');

/** What the reader of partition 0 first has, also when it has been written out, and what the other one has. */
export function tables(zeroFirst: string, oneFirst = zeroFirst) {
  return { table: zeroFirst, again: zeroFirst, oneFirst };
}
