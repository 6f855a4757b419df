import { child } from '@proving/lab/child';
import type { EachMessagePayload } from 'kafkajs';

interface Given {
  readonly orders: string;
  readonly labels: string;
  readonly group: string;
  readonly transactionalId: string;
  /** Whether the position is committed inside the transaction or by the consumer, after it. */
  readonly offsets: 'inside' | 'outside';
  /** Where it stands still until it is told to go on: `order 3, sent`. */
  readonly standsAt?: string;
}

// Reads orders, writes a label for each, and says where it is. An empty transaction before its
// consumer joins ends what a dead predecessor left open, so that the position is settled.
const { args, kafka, say } = child<Given>();
const { orders, labels, group, transactionalId, offsets, standsAt } = args;

// #region connect
const producer = kafka.producer({
  transactionalId,
  idempotent: true,
  maxInFlightRequests: 1,
  retry: { initialRetryTime: 50, retries: 10 },
});
await producer.connect();
const takeover = await producer.transaction();
await takeover.abort();
const consumer = kafka.consumer({
  groupId: group,
  sessionTimeout: 2_500,
  heartbeatInterval: 100,
});
// #endregion
await consumer.connect();
await consumer.subscribe({ topic: orders, fromBeginning: true });

await consumer.run({
  autoCommit: false,
  eachMessage: (each) => transform(each).catch(fail),
});

async function transform({ topic, partition, message }: EachMessagePayload): Promise<void> {
  const order = `${message.value}`;
  const at = (place: string) => arrive(`${order}, ${place}`);
  const offset = `${Number(message.offset) + 1}`;

  await at('read');
  // #region transform
  const transaction = await producer.transaction();
  await at('begun');
  const label = { value: `label for ${order}` };
  await transaction.send({ topic: labels, messages: [label] });
  await at('sent');
  if (offsets === 'inside') {
    const topics = [{ topic, partitions: [{ partition, offset }] }];
    await transaction.sendOffsets({ consumerGroupId: group, topics });
    await at('position');
  }
  await transaction.commit();
  await at('committed');
  if (offsets === 'outside') {
    await consumer.commitOffsets([{ topic, partition, offset }]);
    await at('position');
  }
  // #endregion
}

function fail(error: { type?: string }): never {
  say(`stopped by ${error.type ?? error}`);
  throw error;
}

async function arrive(place: string): Promise<void> {
  say(place);
  if (place !== standsAt) return;
  await new Promise<void>((goOn) => process.once('message', () => goOn()));
}
