/** What is known now: one value for each key. */
export type Table = ReadonlyMap<string, string>;

interface Change {
  readonly key: string | null;
  readonly value: string | null;
}

// #region fold
/** Folds a stream of changes into the table that it leaves. A tombstone, a value of null, takes its key away. */
export function folded(stream: Iterable<Change>): Table {
  const table = new Map<string, string>();
  for (const { key, value } of stream) {
    if (key === null) continue;
    if (value === null) table.delete(key);
    else table.set(key, value);
  }
  return table;
}
// #endregion
