import type { Site } from '@proving/lab';

/**
 * Yours, if you would rather write than type commands. `pnpm assess 2 repair` runs it, as often as you like; what it has done stays done.
 *
 *   site.kafka             a kafkajs client of the cluster
 *   site.name('payments')  the name that a topic or group of the incident has there
 *   site.read('payments')  every record, by partition and offset: { partition, offset, key, value }
 */
export default async function repair(site: Site): Promise<void> {
  await site.read('payments');
}
