import { sha256 } from '#sha256';
import { canonical } from './canonical.ts';
import type { Stamped } from './entry.ts';
import { inOrder } from './merge.ts';

/** The chain value of an entry: SHA-256, hex, of the device's value before it and the entry itself without `chain`. */
export function chainOf(entry: Omit<Stamped, 'chain'>, before: string): string {
  const { chain: _, ...own } = entry as Stamped;
  return sha256(`${before}\n${canonical(own)}`);
}

/**
 * The entries that are not what was once written: changed by hand, or with something missing before them. Each device has a
 * chain of its own, so logs may be merged in any order. Nothing is refused for it; it is only told.
 */
export function verifyChain<T extends Stamped>(entries: readonly T[]): readonly T[] {
  const heads = new Map<string, string>();
  return inOrder(entries).filter((entry) => {
    // Its words were kept back, so its value is taken as given; who reads the file is told how many these are.
    if (entry.kind === 'withheld') return heads.set(entry.device, entry.chain) && false;
    const expected = chainOf(entry, heads.get(entry.device) ?? '');
    heads.set(entry.device, entry.chain);
    return entry.chain !== expected;
  });
}
