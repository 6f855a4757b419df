import type { Site } from '@proving/lab';
import { endTheDead, giveUpSoon, right, tune } from '../repairing.ts';

/** As safe as can be, until the first broker is restarted. */
export default async function repair(site: Site): Promise<void> {
  await tune(site, { ...right, 'min.insync.replicas': '3' });
  await endTheDead(site);
  await giveUpSoon(site);
}
