import type { Shop } from '@proving/lab';

// An address book that grows for ever and forgets nobody. Three places are marked; keep the shape
// of what is returned, and send each record with the time stamp that you are given.
export default async function openAddressBook({ kafka, topic }: Shop) {
  const admin = kafka.admin();
  await admin.connect();
  // 1. Settings: what may this topic throw away, and how soon must it look?
  await admin.createTopics({ topics: [{ topic, numPartitions: 3, configEntries: [] }] });
  await admin.disconnect();

  const producer = kafka.producer();
  await producer.connect();

  return {
    /** `at` is when the customer moved, in ms since 1970. */
    move(customer: string, address: string, at: number) {
      // 2. Whose address is it? Kafka does not read values.
      const value = `${customer}: ${address}`;
      return producer.send({ topic, messages: [{ value, timestamp: String(at) }] });
    },

    /** The customer asked to be forgotten at that time. */
    forget(customer: string, at: number) {
      // 3. How does a log forget?
      const value = `${customer}: please forget`;
      return producer.send({ topic, messages: [{ value, timestamp: String(at) }] });
    },
  };
}
