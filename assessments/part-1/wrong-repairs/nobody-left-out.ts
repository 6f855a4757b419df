import type { Site } from '@proving/lab';
import { commit, gaps, setApart } from '../repairing.ts';

/** Finds one of the two partitions, and is content. */
export default async function repair(site: Site): Promise<void> {
  const [first] = Object.entries(gaps(site));
  if (first) await commit(site, Object.fromEntries([first]));
  await setApart(site);
}
