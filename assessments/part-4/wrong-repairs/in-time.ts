import type { Site } from '@proving/lab';
import { counted, keepPoints, moveRows, restorePoints, waitMinutes } from '../repairing.ts';

/** Waits for a day, to be sure. */
export default async function repair(site: Site): Promise<void> {
  await keepPoints(site);
  await restorePoints(site, await counted(site));
  await moveRows(site);
  await waitMinutes(site, 1_440);
}
