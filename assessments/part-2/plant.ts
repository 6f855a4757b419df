import { eventually, type Site, setting } from '@proving/lab';
import type { Message } from 'kafkajs';
import { dayOf, type Payment, partitions, paymentsOf } from './shop.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The two starts of the billing, each under a transactional id of its own. */
export const runs = ['billing-1', 'billing-2'] as const;

/** For 14 days nobody ends what a dead run left open. */
export const patience = 14 * 24 * hour;

/** The topic that is to keep every payment, tuned as for a table of newest values. */
export const tuned = {
  'cleanup.policy': 'compact',
  'segment.ms': String(hour),
  'min.cleanable.dirty.ratio': '0.01',
  'min.insync.replicas': '1',
};

/**
 * The morning after. As long as the dead run's transaction is open the cleaner cannot pass it, so nothing of what is planted
 * is lost by waiting; only customers of `late` pay twice, and they stand behind it. The marker of the second run has a time stamp of
 * now, which closes the segment of all before it.
 */
export async function plant(site: Site): Promise<void> {
  const { kafka, seed, name } = site;
  await site.createTopic('payments', partitions, tuned);
  for (const title of ['receipts', 'parcels', 'programs']) await site.createTopic(title, 1);
  const day = dayOf(seed);
  const now = Date.now();
  // In minutes.
  const ages = { packed: 1_560, subscriptions: 1_555, late: 1_550, today: 0 };
  const plain = kafka.producer();
  const dead = kafka.producer({ ...transactional(name(runs[0])), transactionTimeout: patience });
  const second = kafka.producer({ ...transactional(name(runs[1])), transactionTimeout: patience });
  try {
    await Promise.all([plain, dead, second].map((each) => each.connect()));
    const records = (part: keyof typeof ages): Message[] => day[part].map((each) => stamped(each, now - ages[part] * minute));
    const store = (title: string, messages: Message[]) => plain.send({ topic: name(title), acks: -1, messages });
    const values = (payments: readonly Payment[]) => payments.map(({ customer, payment }) => ({ key: customer, value: payment }));

    await store('payments', records('packed'));
    await store('parcels', values(day.packed));
    const open = await dead.transaction();
    await open.send({ topic: name('payments'), messages: records('subscriptions') });
    await store('payments', records('late'));
    const again = await second.transaction();
    await again.send({ topic: name('payments'), messages: records('subscriptions') });
    await again.commit();
    await hasMarkers(site);
    await store('payments', records('today'));
    await store('receipts', values(paymentsOf(day)));
    await store('programs', [
      { key: 'till', value: setting({ acks: 'all' }) },
      { key: 'billing', value: setting({ acks: 'all', 'transaction.timeout.ms': String(patience) }) },
      { key: 'packer', value: setting({ 'group.id': name('packing'), 'isolation.level': 'read_committed' }) },
    ]);
    const packed = Array.from({ length: partitions }, (_, at) => day.packed.filter(({ partition }) => partition === at).length);
    await site.commit(name('packing'), 'payments', new Map(packed.entries()));
  } finally {
    await Promise.allSettled([plain, dead, second].map((each) => each.disconnect()));
  }
}

/** A commit is answered a little before its markers are in the log; the next record's offset shall not depend on who is first. */
async function hasMarkers(site: Site): Promise<void> {
  await eventually('the second billing is committed in every partition', async () => {
    const committed = (await site.readAll('payments')).filter(({ fate }) => fate === 'committed');
    return new Set(committed.map(({ partition }) => partition)).size === partitions;
  });
}

const transactional = (transactionalId: string) => ({ transactionalId, idempotent: true, maxInFlightRequests: 1 });

const stamped = ({ payment, customer, partition }: Payment, at: number): Message => ({
  key: customer,
  value: payment,
  partition,
  timestamp: String(at),
});
