import type { Site } from '@proving/lab';
import { endTheDead, giveUpSoon, right, tune } from '../repairing.ts';

/** Deletes by age, and leaves the age at a week. */
export default async function repair(site: Site): Promise<void> {
  await tune(site, { ...right, 'retention.ms': '604800000' });
  await endTheDead(site);
  await giveUpSoon(site);
}
