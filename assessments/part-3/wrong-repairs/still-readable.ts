import type { Site } from '@proving/lab';
import { ask } from '../contract.ts';
import { letterFirst, setLevel, takeBack, waiting, writeAgain } from '../repairing.ts';

/** Takes the bad version away for good, and the records that name it with it. */
export default async function repair(site: Site): Promise<void> {
  await setLevel(site, 'FULL_TRANSITIVE');
  await writeAgain(site, await waiting(site));
  const version = await takeBack(site);
  await ask(site, `/subjects/SUBJECT/versions/${version}?permanent=true`, 'DELETE');
  await letterFirst(site);
}
