import { programOf, type ReadRecord, type Site } from '@proving/lab';
import { partitions } from './shop.ts';
import { existing } from './table.ts';

export interface Points {
  /** By customer: what the changelog gives back, and what it is when all orders are worked off. */
  readonly restored: ReadonlyMap<string, number>;
  readonly inTheEnd: ReadonlyMap<string, number>;
  /** The first offset that it reads, by partition. */
  readonly startsAt: readonly number[];
  /** The name on the cluster of its changelog; null: it has none that is there. */
  readonly changelog: string | null;
}

/** The points as their program will have them: it folds its changelog, then counts on from its commits. */
export async function pointsOf(site: Site): Promise<Points> {
  const settings = await programOf(site, 'points');
  const group = settings.get('group.id');
  const committed = group === undefined ? new Map<number, number>() : await site.committed(group, 'orders');
  const startsAt = Array.from({ length: partitions }, (_, at) => committed.get(at) ?? 0);
  const changelog = existing(site, settings.get('changelog'));
  const restored = fold(changelog === null ? [] : await site.read(changelog));
  const inTheEnd = new Map(restored);
  for (const { key, partition, offset } of await site.read('orders')) {
    if (key === null || offset < (startsAt[partition] ?? 0)) continue;
    inTheEnd.set(key, (inTheEnd.get(key) ?? 0) + 1);
  }
  return { restored, inTheEnd, startsAt, changelog };
}

/** The last value of each key; a tombstone takes it away. */
function fold(changes: readonly ReadRecord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key, value } of changes) {
    if (key === null) continue;
    if (value === null) counts.delete(key);
    else counts.set(key, Number(value));
  }
  return counts;
}
