import { child } from '@proving/lab/child';
import type { Consumer, ConsumerConfig, ConsumerRunConfig } from 'kafkajs';

interface Given {
  readonly learner: string;
  readonly orders: string;
  readonly labels: string;
  readonly group: string;
  /** The broker that leads the orders: before its first answer there is nothing to do. */
  readonly leader: number;
  /** Whether the tables are closed at first: each order on them waits for `open`. */
  readonly closed: boolean;
  /** The order that stays on its table for good. */
  readonly stuck: string | null;
}

// The process in which the learner's packer lives, and dies. It counts what the packer has in hand,
// and tells it each time that nothing moves any more.
const { args, kafka, say } = child<Given>();
const { learner, orders, labels, group, leader, closed, stuck } = args;
const opening = Promise.withResolvers<void>();
if (!closed) opening.resolve();
process.once('message', () => {
  opening.resolve();
  quietFor = 0;
});

const onTables = new Set<string>();
let taken = 0;
let packed = 0;
let writing = 0;
let together = 0;
let begun = false;
let quietFor = 0;

const makeConsumer = kafka.consumer.bind(kafka);
kafka.consumer = (config: ConsumerConfig) => watched(makeConsumer(briefly(config)));
const producer = kafka.producer();
await producer.connect();

process.on('unhandledRejection', stopped);
const { default: packer } = await import(learner);
await packer({ kafka, topic: orders, group, pack }).catch(stopped);

async function pack(order: string): Promise<void> {
  quietFor = 0;
  const customer = customerOf(order);
  if ([...onTables].some((other) => customerOf(other) === customer)) together += 1;
  onTables.add(order);
  await opening.promise;
  if (order === stuck) await new Promise(() => undefined);

  writing += 1;
  await producer.send({ topic: labels, messages: [{ key: customer, value: order }] });
  writing -= 1;
  onTables.delete(order);
  packed += 1;
  quietFor = 0;
}

function watched(consumer: Consumer): Consumer {
  consumer.on(consumer.events.FETCH, ({ payload }) => {
    begun ||= Number(payload.nodeId) === leader;
    quietFor = begun && writing === 0 ? quietFor + 1 : 0;
    if (quietFor === restsAfter) say({ taken, packed, onTables: onTables.size, together });
  });
  consumer.on(consumer.events.COMMIT_OFFSETS, () => {
    quietFor = 0;
  });
  const run = consumer.run.bind(consumer);
  const takes = (count: number) => {
    taken += count;
    quietFor = 0;
  };
  return {
    ...consumer,
    run({ eachMessage, eachBatch, ...options }: ConsumerRunConfig = {}) {
      return run({
        ...options,
        ...(eachMessage && {
          eachMessage: (payload) => {
            takes(1);
            return eachMessage(payload);
          },
        }),
        ...(eachBatch && {
          eachBatch: (payload) => {
            takes(payload.batch.messages.length);
            return eachBatch(payload);
          },
        }),
      });
    },
  };
}

/** So many fetches in a row, of any broker, without anything that moves. */
const restsAfter = 15;

function briefly(config: ConsumerConfig): ConsumerConfig {
  return { ...config, sessionTimeout: 3_000, heartbeatInterval: 200, maxWaitTimeInMs: 100 };
}

function customerOf(order: string): string {
  return `customer-${((Number(order.split(' ').at(-1)) - 1) % 8) + 1}`;
}

function stopped(error: unknown): void {
  say({ stopped: error instanceof Error ? error.message : String(error) });
}
