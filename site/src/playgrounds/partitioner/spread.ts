/** How records lie over the partitions, and the likeliest reason where some are empty. */
export type Spread =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'one-partition' }
  | { readonly kind: 'one-key'; readonly key: string }
  /** Different keys, one place. By chance alone this happens once in `oneIn` times. */
  | { readonly kind: 'together'; readonly keys: number; readonly oneIn: number }
  | { readonly kind: 'hot-key'; readonly key: string; readonly share: number }
  /** `expected` partitions without a key is what chance gives for so many keys. */
  | { readonly kind: 'gaps'; readonly empty: number; readonly expected: number }
  | { readonly kind: 'everywhere' };

/**
 * @param records the key of each record
 * @param partitionOf where a key goes
 * @param partitions of the topic
 */
export function spreadOf(records: readonly string[], partitionOf: (key: string) => number, partitions: number): Spread {
  const counts = new Map<string, number>();
  for (const key of records) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [first] = counts.keys();
  if (first === undefined) return { kind: 'nothing' };
  if (partitions === 1) return { kind: 'one-partition' };
  if (counts.size === 1) return { kind: 'one-key', key: first };
  const used = new Set([...counts.keys()].map(partitionOf));
  if (used.size === 1) return { kind: 'together', keys: counts.size, oneIn: partitions ** (counts.size - 1) };
  const [hot, most] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one));
  if (most / records.length > 0.5) return { kind: 'hot-key', key: hot, share: most / records.length };
  const empty = partitions - used.size;
  if (empty === 0) return { kind: 'everywhere' };
  return { kind: 'gaps', empty, expected: partitions * (1 - 1 / partitions) ** counts.size };
}
