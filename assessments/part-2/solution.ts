import type { Site } from '@proving/lab';
import { endTheDead, giveUpSoon, right, tune } from './repairing.ts';

/** The policy before the transaction, so that the cleaner finds nothing to do when its way is free. */
export default async function repair(site: Site): Promise<void> {
  await tune(site, right);
  await endTheDead(site);
  await giveUpSoon(site);
}
