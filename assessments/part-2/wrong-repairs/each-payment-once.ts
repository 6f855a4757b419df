import { eventually, type Site } from '@proving/lab';
import { endTheDead, giveUpSoon, right, tune } from '../repairing.ts';

/** Frees the packer first; the cleaner was waiting behind the same transaction. */
export default async function repair(site: Site): Promise<void> {
  const receipts = await site.read('receipts');
  await endTheDead(site);
  const eaten = async () => {
    const left = new Set((await site.read('payments')).map(({ value }) => value));
    return receipts.some(({ value }) => !left.has(value));
  };
  await eventually('the cleaner has taken a payment', eaten, { giveUpAfter: '30s' });
  await tune(site, right);
  await giveUpSoon(site);
}
