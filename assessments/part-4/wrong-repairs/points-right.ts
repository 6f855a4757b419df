import type { Site } from '@proving/lab';
import { keepPoints, moveRows, restorePoints, waitMinutes } from '../repairing.ts';

/** Counts all orders there are, those too that the program will read and count when it starts. */
export default async function repair(site: Site): Promise<void> {
  await keepPoints(site);
  await restorePoints(site, () => true);
  await moveRows(site);
  await waitMinutes(site, 90);
}
