import type { Site } from '@proving/lab';
import { endTheDead, right, tune } from '../repairing.ts';

/** Ends what is open, and leaves what kept it open. */
export default async function repair(site: Site): Promise<void> {
  await tune(site, right);
  await endTheDead(site);
}
