import type { Site } from '@proving/lab';
import { letterFirst, setLevel, takeBack, waiting, writeAgain } from '../repairing.ts';

/** Goes back to the registry's default level, which looks after new readers and not after old ones. */
export default async function repair(site: Site): Promise<void> {
  await setLevel(site, 'BACKWARD');
  await takeBack(site);
  await writeAgain(site, await waiting(site));
  await letterFirst(site);
}
