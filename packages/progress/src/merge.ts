import { canonical } from './canonical.ts';
import type { Stamped } from './entry.ts';

/** Both logs as one, each entry once, in the order of their ids. In any order, any number of times: the same result. */
export function merge<T extends Stamped>(a: readonly T[], b: readonly T[]): readonly T[] {
  return inOrder([...a, ...b]);
}

/** The entries by id, each once. Where two have one id, one was edited; the choice between them is arbitrary and always the same. */
export function inOrder<T extends Stamped>(entries: readonly T[]): readonly T[] {
  if (isInOrder(entries)) return entries;
  const byId = new Map<string, T>();
  for (const entry of entries) {
    const other = byId.get(entry.id);
    if (other === undefined || canonical(entry) < canonical(other)) byId.set(entry.id, entry);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isInOrder(entries: readonly Stamped[]): boolean {
  for (let i = 1; i < entries.length; i++) if ((entries[i - 1] as Stamped).id >= (entries[i] as Stamped).id) return false;
  return true;
}
