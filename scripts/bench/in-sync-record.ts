import { setTimeout as pause } from 'node:timers/promises';
import kafkajs from 'kafkajs';

/** Resolves when a topic with three in-sync replicas has taken a record with acks=all: the moment at which a cluster is of use. */
export async function inSyncRecord(brokers: readonly string[]): Promise<void> {
  const kafka = new kafkajs.Kafka({
    brokers: [...brokers],
    logLevel: kafkajs.logLevel.NOTHING,
    connectionTimeout: 300,
    retry: { retries: 0 },
  });
  for (;;) {
    const admin = kafka.admin();
    const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    try {
      await admin.connect();
      if ((await admin.describeCluster()).brokers.length < 3) throw new Error('not all there');
      const topic = `cold-${process.hrtime.bigint()}`;
      await admin.createTopics({
        topics: [{ topic, numPartitions: 1, replicationFactor: 3, configEntries: [{ name: 'min.insync.replicas', value: '3' }] }],
      });
      await producer.connect();
      await producer.send({ topic, acks: -1, messages: [{ value: 'first' }] });
      return;
    } catch {
      await pause(20);
    } finally {
      await Promise.all([admin.disconnect(), producer.disconnect()]).catch(() => undefined);
    }
  }
}
