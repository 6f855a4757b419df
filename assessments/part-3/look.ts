import { type Looked, type Site, some } from '@proving/lab';
import { latestOf, levelOf, subjectOf } from './contract.ts';
import { type Decoded, decoded, refusalOf } from './decoded.ts';
import { overtakenOf } from './overtaken.ts';
import { place, type Shipper, shipperOf } from './shipper.ts';
import { dayOf, type Order } from './shop.ts';

/** What has become of each order, what will become of those that the shipper is given, and what the contract lets in tomorrow. */
export async function look(site: Site): Promise<Looked> {
  const log = await decoded(site);
  const shipper = await shipperOf(site, log);
  const parcels = (await site.read('parcels')).map(({ value }) => value ?? '');
  const [level, latest] = [await levelOf(site), await latestOf(site)];
  const refusal = latest === null ? 'it has no version' : refusalOf(latest.schema);

  const placed = [...new Map(dayOf(site.seed).map((each) => [each.placed.order, each.placed])).values()];
  const sent = ({ order }: Order) => parcels.filter((each) => each === order).length;
  const comes = ({ order }: Order) => shipper.given.filter(({ as, aside }) => aside === null && as?.order === order);
  const whole = (order: Order) => comes(order).filter(({ as }) => isSame(as, order));
  const leftOut = placed.filter((order) => sent(order) + whole(order).length === 0);
  const second = placed.filter((order) => sent(order) + comes(order).length > 1);
  const overtaken = overtakenOf(placed, parcels, shipper);
  const nameless = log.filter(({ as }) => as === null);

  return {
    leftOut: leftOut.length,
    parcelsTooMany: second.length,
    customersOutOfOrder: overtaken.length,
    shipperReadsTomorrow: refusal === null,
    oldReadersAreSafe: /^(FORWARD|FULL)_TRANSITIVE$/.test(level),
    oldRecordsAreSafe: /^(BACKWARD|FULL)_TRANSITIVE$/.test(level),
    recordsWithoutASchema: nameless.length,
    letterComesFirst: shipper.first === 'letter',
    evidence: {
      'nobody-left-out': some(leftOut, (order) => `${order.order}: ${fateOf(order, log, shipper)}`),
      'one-parcel-each': some(second, (order) => `${order.order} ${copiesOf(sent(order), comes(order))}`),
      'in-order': some(overtaken, (said) => said),
      'readable-tomorrow': [
        `${subjectOf(site)}${latest === null ? '' : `, latest version ${latest.version}`}: ${refusal ?? 'readable'}`,
      ],
      guarded: [`the level of ${subjectOf(site)} is ${level}`],
      'still-readable': some(nameless, (record) => `${place(record)}: ${record.refusal}`),
      'next-time': [`shipper starts with first=${shipper.first}`],
    },
  };
}

const isSame = (as: Order | null, { order, customer, article, pieces, note }: Order) =>
  as?.order === order && as.customer === customer && as.article === article && as.pieces === pieces && as.note === note;

/** Where an order that gets no parcel is, and why each of its records is of no use. */
function fateOf({ order }: Order, log: readonly Decoded[], { given, startsAt }: Shipper): string {
  const own = log.filter(({ as }) => as?.order === order);
  if (own.length === 0) return 'not in the log';
  return own
    .map((record) => {
      const { partition, offset } = record;
      const as = given.find((each) => each.partition === partition && each.offset === offset);
      if (as) return `${place(record)}: ${as.aside ?? `comes as ${JSON.stringify(as.as)}`}`;
      return `${place(record)}; the shipper ${startsAt === null ? 'joins no group' : `goes on at offset ${startsAt[partition]}`}`;
    })
    .join('; ');
}

function copiesOf(sent: number, comes: readonly Decoded[]): string {
  const where = comes.map(place).join(' and ');
  if (sent > 1) return `has ${sent} parcels`;
  return sent === 1 ? `has its parcel, and comes again: ${where}` : `comes twice: ${where}`;
}
