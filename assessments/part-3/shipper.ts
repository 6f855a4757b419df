import { programOf, type Site } from '@proving/lab';
import type { Decoded } from './decoded.ts';
import { partitions } from './shop.ts';

/** A record that the shipper will be given. */
export interface Given extends Decoded {
  /** Why it is set aside; null: it is shipped. */
  readonly aside: string | null;
}

export interface Shipper {
  /** The first offset that it will read, by partition; null: it joins no group. */
  readonly startsAt: readonly number[] | null;
  /** In the order of each partition. */
  readonly given: readonly Given[];
  /** Which of its two acts comes first when it sets an order aside. */
  readonly first: string;
}

/** The shipper as it will start: where its group goes on, what it can read, and whom it parks behind what it cannot. */
export async function shipperOf(site: Site, log: readonly Decoded[]): Promise<Shipper> {
  const settings = await programOf(site, 'shipper');
  const group = settings.get('group.id');
  const committed = group === undefined ? null : await site.committed(group, 'orders');
  const startsAt = committed && Array.from({ length: partitions }, (_, at) => committed.get(at) ?? 0);
  const parked = new Map<string, Decoded>();
  const given = log
    .filter(({ partition, offset }) => startsAt !== null && offset >= (startsAt[partition] ?? 0))
    .map((record): Given => {
      const before = parked.get(record.key ?? '');
      if (before) return { ...record, aside: `waits behind ${place(before)}, of the same customer` };
      if (record.refusal !== null && record.key !== null) parked.set(record.key, record);
      return { ...record, aside: record.refusal };
    });
  return { startsAt, given, first: settings.get('first') ?? 'commit' };
}

export const place = ({ partition, offset }: Pick<Decoded, 'partition' | 'offset'>) => `partition ${partition}, offset ${offset}`;
