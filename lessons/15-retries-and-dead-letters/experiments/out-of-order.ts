import type { ReadRecord } from '@proving/lab';

/** How many labels come after that of a later order of the same customer. */
export function outOfOrder(labels: readonly ReadRecord[]): number {
  const newest = new Map<string | null, number>();
  let found = 0;
  for (const { key, value } of labels) {
    const order = Number(value?.replace('order ', ''));
    const before = newest.get(key) ?? 0;
    if (order < before) found += 1;
    newest.set(key, Math.max(before, order));
  }
  return found;
}
