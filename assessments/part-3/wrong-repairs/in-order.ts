import type { Site } from '@proving/lab';
import { letterFirst, setLevel, takeBack, waiting, writeAgain } from '../repairing.ts';

/** Writes the letters again as they come out of their topic, one partition after the other. */
export default async function repair(site: Site): Promise<void> {
  await setLevel(site, 'FULL_TRANSITIVE');
  await takeBack(site);
  const letters = (await site.read('dead-letters')).map(({ value }) => value);
  const left = await waiting(site);
  const at = (value: string | null) => (letters.includes(value) ? letters.indexOf(value) : letters.length);
  await writeAgain(
    site,
    left.toSorted((a, b) => at(a.value) - at(b.value)),
  );
  await letterFirst(site);
}
