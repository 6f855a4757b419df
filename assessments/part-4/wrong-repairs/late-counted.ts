import type { Site } from '@proving/lab';
import { counted, keepPoints, moveRows, restorePoints, waitMinutes } from '../repairing.ts';

/** Waits for half an hour, as one does, and asks nobody how late the late ones are. */
export default async function repair(site: Site): Promise<void> {
  await keepPoints(site);
  await restorePoints(site, await counted(site));
  await moveRows(site);
  await waitMinutes(site, 30);
}
