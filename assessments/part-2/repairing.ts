import { type Site, setting } from '@proving/lab';
import { runs } from './plant.ts';

/** As the shop needs it. */
export const right = { 'cleanup.policy': 'delete', 'retention.ms': '7776000000', 'min.insync.replicas': '2' };

/** Gives the payments these settings of their own, and no others. */
export async function tune(site: Site, settings: Readonly<Record<string, string>>): Promise<void> {
  const admin = site.kafka.admin();
  try {
    await admin.connect();
    const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
    // 2 is Kafka's number for a topic among the things that have settings.
    await admin.alterConfigs({ validateOnly: false, resources: [{ type: 2, name: site.name('payments'), configEntries }] });
  } finally {
    await admin.disconnect();
  }
}

/**
 * Takes over the transactional id of the run that died, as its restart should have done. In kafkajs it is `transaction()` that asks
 * for the id's next epoch, and so has the coordinator abort what was open; `connect()` does not (its source, `producer/index.js`).
 */
export async function endTheDead(site: Site): Promise<void> {
  const own = { transactionalId: site.name(runs[0]), idempotent: true, maxInFlightRequests: 1 };
  const successor = site.kafka.producer(own);
  try {
    await successor.connect();
    await (await successor.transaction()).abort();
  } finally {
    await successor.disconnect();
  }
}

export async function setProgram(site: Site, program: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const producer = site.kafka.producer();
  try {
    await producer.connect();
    await producer.send({ topic: site.name('programs'), acks: -1, messages: [{ key: program, value: setting(settings) }] });
  } finally {
    await producer.disconnect();
  }
}

/** The next billing that dies is given up after a minute. */
export const giveUpSoon = (site: Site) => setProgram(site, 'billing', { acks: 'all', 'transaction.timeout.ms': '60000' });
