import type { Site } from '@proving/lab';
import { counted, keepPoints, moveRows, restorePoints, waitMinutes } from '../repairing.ts';

/** Lets the cleaner compact, and the clock delete. */
export default async function repair(site: Site): Promise<void> {
  await keepPoints(site, 'compact,delete');
  await restorePoints(site, await counted(site));
  await moveRows(site);
  await waitMinutes(site, 90);
}
