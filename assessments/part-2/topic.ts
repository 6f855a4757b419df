import { programOf, type Site } from '@proving/lab';

const day = 86_400_000;
/** Days for "for ever", as a number to compare. */
const forEver = 36_500;

/** What the settings of the payments promise for tomorrow's, in days and in brokers. */
export async function topicOf(site: Site) {
  const settings = await site.settings('payments');
  const acks = (await programOf(site, 'till')).get('acks') ?? 'all';
  const policies = (settings.get('cleanup.policy') ?? '').split(',').map((each) => each.trim());
  const retention = Number(settings.get('retention.ms'));
  const floor = Number(settings.get('min.insync.replicas'));
  const replicas = Math.min(...(await site.partitions('payments')).map((each) => each.replicas.length));
  const waitsForAll = acks === 'all' || acks === '-1';
  const keptFor = retention < 0 || !policies.includes('delete') ? forEver : Math.floor(retention / day);
  return {
    seen: {
      compacts: policies.includes('compact'),
      keptForDays: keptFor,
      brokersItMayLose: waitsForAll ? floor - 1 : 0,
      brokersItMaySpare: replicas - floor,
    },
    evidence: {
      kept: [`cleanup.policy=${settings.get('cleanup.policy')}, retention.ms=${settings.get('retention.ms')}`],
      'outlives-a-broker': [`${replicas} replicas, min.insync.replicas=${floor}; the till writes with acks=${acks}`],
    },
  };
}
