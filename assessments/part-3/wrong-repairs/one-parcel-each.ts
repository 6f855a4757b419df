import type { Site } from '@proving/lab';
import { bytesOf, letterFirst, setLevel, takeBack, waiting, writeAgain } from '../repairing.ts';

/** Knows a record by its place in the log, and not by the order that is in it. */
export default async function repair(site: Site): Promise<void> {
  await setLevel(site, 'FULL_TRANSITIVE');
  await takeBack(site);
  const without = new Set((await waiting(site)).map(({ value }) => bytesOf(value).toString('hex')));
  const log = await site.read('orders');
  await writeAgain(
    site,
    log.filter(({ value }) => without.has(bytesOf(value).toString('hex'))),
  );
  await letterFirst(site);
}
