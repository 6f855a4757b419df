import type { Site } from '@proving/lab';

/**
 * Yours. `pnpm assess 4 repair` runs it, as often as you like; what it has done stays done.
 *
 *   site.kafka                           a kafkajs client of the cluster
 *   site.name('orders')                  the name that a topic or group of the incident has there
 *   site.read('orders')                  every record, by partition and offset: { partition, offset, key, value, timestamp }
 *   site.committed(group, 'orders')      the offset at which a group goes on, by partition
 *   site.createTopic(name, partitions)   a topic of your own, with the ending of the others
 */
export default async function repair(site: Site): Promise<void> {
  await site.read('orders');
}
