import type { Site } from '@proving/lab';
import { counted, keepPoints, moveRows, restorePoints, waitMinutes } from './repairing.ts';

/** The policy before the counts, so that none of them goes again; of the orders only those that the position has passed. */
export default async function repair(site: Site): Promise<void> {
  await keepPoints(site);
  await restorePoints(site, await counted(site));
  await moveRows(site);
  await waitMinutes(site, 90);
}
