import type { Site } from '@proving/lab';
import { setLevel, takeBack, waiting, writeAgain } from '../repairing.ts';

/** Ships what was lost, and leaves how it was lost. */
export default async function repair(site: Site): Promise<void> {
  await setLevel(site, 'FULL_TRANSITIVE');
  await takeBack(site);
  await writeAgain(site, await waiting(site));
}
