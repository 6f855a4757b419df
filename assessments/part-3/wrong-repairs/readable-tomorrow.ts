import type { Site } from '@proving/lab';
import { letterFirst, setLevel, waiting, writeAgain } from '../repairing.ts';

/** Mends what was written, and leaves the version in the list by which the till writes next. */
export default async function repair(site: Site): Promise<void> {
  await setLevel(site, 'FULL_TRANSITIVE');
  await writeAgain(site, await waiting(site));
  await letterFirst(site);
}
