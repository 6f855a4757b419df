import type { Site } from '@proving/lab';

/**
 * Yours. `pnpm assess 3 repair` runs it, as often as you like; what it has done stays done.
 *
 *   site.kafka             a kafkajs client of the cluster
 *   site.name('orders')    the name that a topic or group of the incident has there
 *   site.registry          where the registry's API begins, for `fetch` or for `@kafkajs/confluent-schema-registry`
 *   site.read('orders')    every record, by partition and offset: { partition, offset, key, value }.
 *                          A value that is no text is shown as 0x and its bytes: Buffer.from(value.slice(2), 'hex')
 */
export default async function repair(site: Site): Promise<void> {
  await site.read('orders');
}
