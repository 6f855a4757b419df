import type { Site } from '@proving/lab';
import { send, setApart } from '../repairing.ts';
import { day, packedUpTo } from '../shop.ts';

/** Sends what is missing to the orders once more. */
export default async function repair(site: Site): Promise<void> {
  const upTo = packedUpTo(site.seed);
  const missing = day.filter(({ partition, offset }) => offset >= (upTo[partition] ?? 0));
  await send(
    site,
    'orders',
    missing.map(({ order }) => ({ value: order })),
  );
  await setApart(site);
}
