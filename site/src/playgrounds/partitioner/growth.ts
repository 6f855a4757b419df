import type { Partitioner } from './partitioners.ts';

/** Where a key's records go before and after a topic has grown. */
export interface Move {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Every key with both of its places, in the order given. Records that are stored do not move; the next ones of the key do. */
export function movesOf(keys: readonly string[], { place }: Partitioner, from: number, to: number): readonly Move[] {
  return keys.map((key) => ({ key, from: place(key, from).partition, to: place(key, to).partition }));
}

export const hasMoved = ({ from, to }: Move): boolean => from !== to;

/**
 * The share of keys that move when a remainder by `from` becomes one by `to`: 0 to 1. A hash keeps its partition where both
 * leave it the same remainder, and that is so for `min` of every `lcm` hashes in a row.
 * Proved in lesson 03, `growing-moves-keys`.
 */
export function expectedShare(from: number, to: number): number {
  return 1 - Math.min(from, to) / ((from * to) / gcd(from, to));
}

/** The least share that any rule has to move, so that the new partitions get as much as the old ones: 0 to 1. */
export const leastShare = (from: number, to: number): number => Math.max(0, 1 - from / to);

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
