import type { Site } from '@proving/lab';
import { commit, gaps, setApart } from './repairing.ts';

/** The two partitions go back to their first order without a parcel; the counter gets a group of its own. */
export default async function repair(site: Site): Promise<void> {
  await commit(site, gaps(site));
  await setApart(site);
}
