import type { Shipper } from './shipper.ts';
import type { Order } from './shop.ts';

/** Customers whose orders are not packed in the order in which they were placed, each in words. Copies count at their first. */
export function overtakenOf(placed: readonly Order[], parcels: readonly string[], { given }: Shipper): readonly string[] {
  const customers = [...new Set(placed.map(({ customer }) => customer))];
  return customers.flatMap((customer) => {
    const own = placed.filter((each) => each.customer === customer).map(({ order }) => order);
    const coming = given.filter(({ as, aside }) => aside === null && as !== null && own.includes(as.order));
    const at = [...new Set(coming.map(({ partition }) => partition))];
    if (at.length > 1) return [`${customer} has orders in partitions ${at.join(' and ')}: nobody knows which comes first`];
    const packed = parcels.filter((each) => own.includes(each));
    const firsts = [...new Set([...packed, ...coming.map(({ as }) => as?.order ?? '')])];
    const rises = firsts.every((order, i) => i === 0 || own.indexOf(order) > own.indexOf(firsts[i - 1] as string));
    return rises ? [] : [`${customer}: ${firsts.join(', then ')}`];
  });
}
