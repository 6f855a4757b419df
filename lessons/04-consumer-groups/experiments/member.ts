import type { Lab } from '@proving/lab';

interface Reading {
  /** How the figures call it; to Kafka, a client id. */
  readonly name: string;
  readonly topic: string;
  readonly groupId: string;
}

/** One more member of a group: it reads, counts what it has read, and knows how many partitions it owns. */
// #region member
export async function startReading(lab: Lab, reading: Reading) {
  const { name, topic, groupId } = reading;
  const kafka = lab.kafkaWith({ clientId: name });
  const consumer = kafka.consumer({ groupId, heartbeatInterval: 100 });
  const member = { consumer, owned: 0, read: 0 };

  consumer.on('consumer.group_join', ({ payload }) => {
    member.owned = payload.memberAssignment[topic]?.length ?? 0;
  });
  await lab.connect(consumer);
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({ eachMessage: async () => void member.read++ });
  return member;
}
// #endregion
