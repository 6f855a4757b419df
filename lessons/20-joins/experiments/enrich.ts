import type { Lab, Topic } from '@proving/lab';
import { StreamTable } from '../joins/index.ts';
import { joinByHand } from './by-hand.ts';
import type { History } from './history.ts';
import { watched } from './watched.ts';

/** Joins all orders and addresses that there are, from the beginning. @param called the second time. @returns how many records that took */
export async function enrich(
  lab: Lab,
  shop: History,
  to: Topic,
  called?: string,
): Promise<number> {
  const { orders, addresses, zero } = shop;
  const all = (await lab.readAll(orders)).length + (await lab.readAll(addresses)).length;
  const told = { zero, ...(called && { called }) };
  const join = (partition: number) =>
    watched(lab, 'stream and table', shop, partition, new StreamTable(), told);
  const processed = await joinByHand(lab, { left: orders, right: addresses, to, join });
  await lab.eventually('everything is joined', () => processed() === all, {
    giveUpAfter: '60s',
  });
  return processed();
}

/** `ada: pen to Turin`, in the order of the topic. */
export async function said(lab: Lab, topic: Topic): Promise<readonly string[]> {
  return (await lab.readAll(topic)).map(({ key, value }) => `${key}: ${value}`);
}
