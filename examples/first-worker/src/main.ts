import { Kafka, logLevel } from 'kafkajs';
import { deadLetter } from './dead-letter.ts';
import { orderOf } from './order.ts';
import { Parcels } from './parcels.ts';

const brokers = (process.env['BROKERS'] ?? '127.0.0.1:29001').split(',');
const topic = process.env['TOPIC'] ?? 'orders';
const groupId = process.env['GROUP'] ?? 'packing';

const kafka = new Kafka({ clientId: 'first-worker', brokers, logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false, retry: { retries: 20, maxRetryTime: 5_000 } });
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
using parcels = new Parcels(process.env['PARCELS'] ?? 'parcels.db');

const admin = kafka.admin();
await admin.connect();
if (!(await admin.listTopics()).includes(`${topic}.dead`))
  await admin.createTopics({ topics: [{ topic: `${topic}.dead`, numPartitions: 1, replicationFactor: 3 }] });
await admin.disconnect();

await producer.connect();
await consumer.connect();
await consumer.subscribe({ topics: [topic], fromBeginning: true });
await consumer.run({
  autoCommit: false,
  async eachMessage({ topic, partition, message }) {
    const place = `${partition}/${message.offset}`;
    try {
      const order = orderOf(message.value);
      console.log(parcels.pack(order, place) ? `packed ${order.id}, ${place}` : `${order.id} was packed before, ${place}`);
    } catch (error) {
      if (!isAboutTheRecord(error)) throw error;
      await producer.send({ topic: `${topic}.dead`, acks: -1, messages: [deadLetter(message, { topic, partition }, error)] });
      console.error(`put aside ${place}: ${error.message}`);
    }
    // After the effect. The position is the next record's, not this one's.
    await consumer.commitOffsets([{ topic, partition, offset: String(BigInt(message.offset) + 1n) }]);
  },
});

/** A full disk is no reason to put an order aside; what is thrown on is tried again. */
function isAboutTheRecord(error: unknown): error is Error {
  return error instanceof Error && !('errcode' in error);
}

await new Promise<void>((told) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => told());
});
// Waits for the record in its hands, then leaves the group.
await consumer.disconnect();
await producer.disconnect();
