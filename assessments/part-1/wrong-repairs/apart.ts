import type { Site } from '@proving/lab';
import { commit, gaps } from '../repairing.ts';

/** Brings the parcels on their way, and leaves the cause. */
export default async function repair(site: Site): Promise<void> {
  await commit(site, gaps(site));
}
