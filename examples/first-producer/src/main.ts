import { createInterface } from 'node:readline';
import { Kafka, logLevel } from 'kafkajs';
import { orderIn } from './order.ts';
import { makeTopic } from './topic.ts';

const brokers = (process.env['BROKERS'] ?? '127.0.0.1:29001').split(',');
const topic = process.env['TOPIC'] ?? 'orders';
const most = 100;

const kafka = new Kafka({ clientId: 'first-producer', brokers, logLevel: logLevel.NOTHING });
const producer = kafka.producer({
  idempotent: true,
  maxInFlightRequests: 1,
  allowAutoTopicCreation: false,
  retry: { retries: 8, initialRetryTime: 200, maxRetryTime: 5_000 },
});

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (stopping = true));

const counted = { read: 0, skipped: 0, sent: 0 };
try {
  await makeTopic(kafka, topic);
  await producer.connect();
  let batch: { key: string; value: string }[] = [];
  const send = async () => {
    if (batch.length === 0) return;
    // Awaited: the next send begins when this one has its answer.
    const placed = await producer.send({ topic, acks: -1, messages: batch });
    counted.sent += batch.length;
    const where = placed.map(({ partition, baseOffset }) => `${partition} from ${baseOffset}`);
    console.log(`${batch.length} orders acknowledged, partitions ${where.join(', ')}`);
    batch = [];
  };
  for await (const line of createInterface({ input: process.stdin })) {
    if (stopping) break;
    counted.read++;
    const order = orderIn(line);
    if (order) batch.push({ key: order.customer, value: line });
    else {
      counted.skipped++;
      console.error(`line ${counted.read} is no order and was skipped`);
    }
    if (batch.length >= most) await send();
  }
  await send();
  process.exitCode = counted.skipped > 0 ? 65 : 0;
} catch (error) {
  const from = counted.sent + counted.skipped + 1;
  console.error(`gave up: ${error instanceof Error ? error.message : String(error)}`);
  console.error(`${counted.sent} orders were acknowledged; of line ${from} and what follows nothing is known`);
  process.exitCode = 75;
} finally {
  await producer.disconnect().catch(() => undefined);
}
console.log(`${counted.sent} of ${counted.read} lines sent to ${topic}`);
