import type { Lab } from '@proving/lab';
import { teller } from './story.ts';
import { begin, type Kind } from './twins.ts';

export interface Told {
  /** Sent before the join is begun: `ada pen`. */
  readonly before?: readonly string[];
  /** Sent afterwards, each when both joins have processed the one before. */
  readonly live?: readonly string[];
}

/** Tells a story of orders and moves, and joins them by hand and by Kafka Streams. */
export async function both(lab: Lab, kind: Kind, { before = [], live = [] }: Told) {
  const shop = {
    orders: await lab.topic({ title: 'orders' }),
    addresses: await lab.topic({ title: 'addresses' }),
  };
  const tell = await teller(lab, shop);
  // #region tell
  for (const each of before) await tell(each);
  const join = await begin(lab, kind, shop);
  await join.processed(before.length);
  for (const [i, each] of live.entries()) {
    await tell(each);
    await join.processed(before.length + i + 1);
  }
  // #endregion
  return join.said();
}
