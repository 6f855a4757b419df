import { type Looked, type Site, some } from '@proving/lab';
import { pointsOf } from './points.ts';
import { reportOf } from './report.ts';
import { changesOf, daysOf, ordersOf, rowsOf } from './shop.ts';
import { tableOf } from './table.ts';

/** What the three programs will come to when they start: points restored and counted on, rows met, orders that fall in no hour. */
export async function look(site: Site): Promise<Looked> {
  const orders = ordersOf(daysOf(site.seed));
  const log = await site.read('orders');
  const customers = [...new Set(orders.map(({ customer }) => customer))];
  const placed = (customer: string) => orders.filter((each) => each.customer === customer).length;

  const points = await pointsOf(site);
  const ends = (customer: string) => points.inTheEnd.get(customer) ?? 0;
  const wrong = customers.filter((customer) => ends(customer) !== placed(customer));

  const table = await tableOf(site);
  const meant = rowsOf(changesOf(site.seed));
  const taskOf = (customer: string) => log.find(({ key }) => key === customer)?.partition ?? -1;
  const met = (customer: string) => table.rowIn(taskOf(customer), customer);
  const strangers = customers.filter((customer) => met(customer) !== (meant.get(customer) ?? null));

  const { grace, dropped } = await reportOf(site);
  const pointsKept = await keptOf(site, points.changelog);
  const rowsKept = await keptOf(site, table.topic);

  return {
    customersWithWrongPoints: wrong.length,
    pointsAreCompacted: pointsKept.compactsOnly,
    rowsAreCompacted: rowsKept.compactsOnly,
    customersWithoutTheirRow: strangers.length,
    ordersInNoHour: dropped.length,
    reportWaitsForMinutes: grace,
    evidence: {
      'points-right': some(wrong, (customer) => {
        const restored = points.restored.get(customer) ?? 0;
        const from = points.startsAt[taskOf(customer)];
        return `${customer} has ${placed(customer)} orders, and will have ${ends(customer)} points: ${restored} from the changelog, the rest from offset ${from} on`;
      }),
      kept: [pointsKept, rowsKept].filter(({ compactsOnly }) => !compactsOnly).map(({ says }) => says),
      'rows-met': some(strangers, (customer) => {
        const at = taskOf(customer);
        const where = table.whereOf(customer);
        const elsewhere = where.length === 0 ? 'none anywhere' : `one in partition ${where.join(' and ')}`;
        return `${customer}, ${meant.get(customer) ?? 'who has left'}: orders in partition ${at}, row there: ${met(customer) ?? 'none'}; ${table.topic ?? 'no table'} has ${elsewhere}`;
      }),
      'late-counted': some(
        dropped,
        ({ value, timestamp, partition, streamTime }) =>
          `${value}, placed at ${clock(timestamp)}: partition ${partition} had come to ${clock(streamTime)}`,
      ),
      'in-time': [`report starts with grace.minutes=${grace}`],
    },
  };
}

async function keptOf(site: Site, topic: string | null): Promise<{ readonly compactsOnly: boolean; readonly says: string }> {
  if (topic === null) return { compactsOnly: false, says: 'a program names no topic of this incident' };
  const settings = await site.settings(topic);
  const [policy, retention] = [settings.get('cleanup.policy'), settings.get('retention.ms')];
  return { compactsOnly: policy === 'compact', says: `${topic}: cleanup.policy=${policy}, retention.ms=${retention}` };
}

/** In UTC, to the minute. */
const clock = (time: number) => new Date(time).toISOString().slice(11, 16);
