import { type Looked, type Site, some } from '@proving/lab';
import { day, groupOf, startsAt } from './shop.ts';

/** What has become of each order, told from the logs and from the commits of the group that the packer will join. */
export async function look(site: Site): Promise<Looked> {
  const stored = await site.read('orders');
  const parcels = (await site.read('parcels')).map(({ value }) => value);
  const [packer, counter] = [await groupOf(site, 'packer'), await groupOf(site, 'counter')];
  const from = packer === null ? null : await startsAt(site, packer);

  const recordsOf = (order: string) => stored.filter(({ value }) => value === order);
  const comes = (order: string) =>
    recordsOf(order).filter(({ partition, offset }) => from !== null && offset >= (from[partition] ?? 0)).length;
  const parcelsOf = (order: string) => parcels.filter((each) => each === order).length;
  const orders = day.map(({ order }) => order);
  const missing = orders.filter((order) => recordsOf(order).length === 0);
  const twice = orders.filter((order) => recordsOf(order).length > 1);
  const leftOut = orders.filter((order) => parcelsOf(order) + comes(order) === 0);
  const second = orders.filter((order) => parcelsOf(order) + comes(order) > 1);

  const places = (order: string) =>
    recordsOf(order)
      .map(({ partition, offset }) => `partition ${partition}, offset ${offset}`)
      .join(' and ') || 'nowhere';
  const startOf = (order: string) => from?.[recordsOf(order)[0]?.partition ?? -1] ?? 'nowhere';
  return {
    missingInTheLog: missing.length,
    twiceInTheLog: twice.length,
    leftOut: leftOut.length,
    parcelsTooMany: second.length,
    counterReadsAsThePacker: counter === packer,
    counterHasAGroup: counter !== null,
    evidence: {
      'each-order-once': [...some(missing, (order) => `${order} is gone`), ...some(twice, (order) => `${order}: ${places(order)}`)],
      'nobody-left-out': some(leftOut, (order) => `${order}: ${places(order)}; the packer goes on at offset ${startOf(order)}`),
      'one-parcel-each': some(second, (order) =>
        parcelsOf(order) > 1
          ? `${order} has ${parcelsOf(order)} parcels`
          : `${order} ${parcelsOf(order) === 1 ? 'has its parcel' : 'comes twice'}: ${places(order)}; the packer goes on at offset ${startOf(order)}`,
      ),
      apart: [`packer joins ${packer ?? 'no group'}, counter joins ${counter ?? 'no group'}`],
    },
  };
}
