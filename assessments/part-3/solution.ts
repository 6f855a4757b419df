import type { Site } from '@proving/lab';
import { letterFirst, setLevel, takeBack, waiting, writeAgain } from './repairing.ts';

/** The door is closed before anything is written; what was left out is told by the log and the parcels, not by the letters. */
export default async function repair(site: Site): Promise<void> {
  await setLevel(site, 'FULL_TRANSITIVE');
  await takeBack(site);
  await writeAgain(site, await waiting(site));
  await letterFirst(site);
}
