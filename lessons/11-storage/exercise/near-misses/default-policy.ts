import type { Shop } from '@proving/lab';

// The newest address of each customer, and nothing older than a day behind it.
export default async function openAddressBook({ kafka, topic }: Shop) {
  const admin = kafka.admin();
  await admin.connect();
  const configEntries = [{ name: 'max.compaction.lag.ms', value: '86400000' }];
  await admin.createTopics({ topics: [{ topic, numPartitions: 3, configEntries }] });
  await admin.disconnect();

  const producer = kafka.producer();
  await producer.connect();

  return {
    /** `at` is when the customer moved, in ms since 1970. */
    move(customer: string, address: string, at: number) {
      const messages = [{ key: customer, value: address, timestamp: String(at) }];
      return producer.send({ topic, messages });
    },

    /** The customer asked to be forgotten at that time. */
    forget(customer: string, at: number) {
      const messages = [{ key: customer, value: null, timestamp: String(at) }];
      return producer.send({ topic, messages });
    },
  };
}
