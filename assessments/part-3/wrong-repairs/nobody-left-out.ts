import type { Site } from '@proving/lab';
import { letterFirst, setLevel, takeBack, waiting, writeAgain } from '../repairing.ts';

/** Takes the letters for all that is missing. One order was committed, and its letter never written. */
export default async function repair(site: Site): Promise<void> {
  await setLevel(site, 'FULL_TRANSITIVE');
  await takeBack(site);
  const letters = new Set((await site.read('dead-letters')).map(({ value }) => value));
  await writeAgain(
    site,
    (await waiting(site)).filter(({ value }) => letters.has(value)),
  );
  await letterFirst(site);
}
