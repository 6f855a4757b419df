import { numbered } from '@proving/lab';
import { chosen } from './seeded.ts';

const eight = [...Array(8).keys()];

/** Ten orders for each of eight partitions: `order 1` to `order 80`. */
export const eighty = numbered(1, 80).map((value, i) => ({ partition: i % 8, value }));

/** One record that says so at the end of each of the eight. */
export const ends = eight.map((partition) => ({ partition, value: 'end' }));

/** Eight numbers from `from` to `to`, both among them, that follow from a seed. */
export const drawn = (seed: number, from: number, to: number): number[] =>
  eight.map((i) => from + chosen(seed + i, to - from + 1));
