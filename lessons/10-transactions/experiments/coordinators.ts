import type { Lab } from '@proving/lab';
import type { BrokerId } from '@proving/spec';

/**
 * A broker that keeps the books of neither this transactional id nor this group. Who keeps them leads the partition of the internal
 * topic that the name is hashed to, by `hashCode` of Java's strings (KIP-98, Transaction Coordinator).
 */
export async function bystander(
  lab: Lab,
  transactionalId: string,
  group: string,
): Promise<BrokerId> {
  const admin = await lab.connect(lab.kafka.admin());
  await admin.fetchOffsets({ groupId: group }); // Kafka makes the topic when somebody asks
  const names = new Map([
    ['__transaction_state', transactionalId],
    ['__consumer_offsets', group],
  ]);
  const { topics } = await admin.fetchTopicMetadata({ topics: [...names.keys()] });
  const keepers = topics.map(({ name, partitions }) => {
    const its = hashed(names.get(name) ?? '') % partitions.length;
    return partitions.find(({ partitionId }) => partitionId === its)?.leader;
  });
  return lab.cluster.brokers.find((broker) => !keepers.includes(broker)) as BrokerId;
}

const hashed = (name: string) =>
  Math.abs([...name].reduce((hash, c) => (Math.imul(hash, 31) + c.charCodeAt(0)) | 0, 0));
