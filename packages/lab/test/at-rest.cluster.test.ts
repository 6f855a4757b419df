import { type Cluster, openCluster, stopCluster } from '@proving/cluster';
import kafkajs, { type Consumer } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onceAtRest } from '../src/at-rest.ts';
import { type OpenLab, openLab } from '../src/index.ts';

const orders = Array.from({ length: 8 }, (_, i) => ({ value: `order ${i + 1}` }));
const { KafkaJSNonRetriableError } = kafkajs;
const brief = { maxWaitTimeInMs: 50, sessionTimeout: 6_000, heartbeatInterval: 200 };
let cluster: Cluster;
let lab: OpenLab;

beforeAll(async () => {
  cluster = await openCluster();
  lab = openLab({ cluster, seed: 1, file: import.meta.filename, emit: () => {}, remember: () => {}, log: () => {} });
});
afterAll(async () => {
  await lab[Symbol.asyncDispose]();
  await cluster[Symbol.asyncDispose]();
  await stopCluster();
});

/** How many orders had been worked off when the consumer was taken for idle. */
async function workedOff(work: (order: string, consumer: Consumer) => unknown, more: object = {}, from = 0): Promise<number> {
  const topic = await lab.topic();
  const producer = await lab.connect(lab.kafka.producer());
  await producer.send({ topic: topic.name, messages: orders });
  const groupId = lab.group();
  const admin = await lab.connect(lab.kafka.admin());
  await admin.setOffsets({ groupId, topic: topic.name, partitions: [{ partition: 0, offset: `${from}` }] });
  const { leader } = await topic.partition(0);
  const consumer = await lab.connect(lab.kafka.consumer({ groupId, ...brief, ...more }));
  const done = new Set<string>();
  const idle = new Promise<number>((caughtUp, crashed) =>
    onceAtRest(consumer, leader, { caughtUp: () => caughtUp(done.size), crashed }),
  );
  await consumer.subscribe({ topic: topic.name });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await work(`${message.value}`, consumer);
      done.add(`${message.value}`);
    },
  });
  return idle;
}

describe('a consumer that has caught up', () => {
  it('has worked off everything', async () => {
    expect(await workedOff(() => {})).toBe(8);
  });

  it('is not idle while its orders come again', async () => {
    let thrown = false;
    const once = (order: string) => {
      if (order !== 'order 4' || thrown) return;
      thrown = true;
      throw new Error('the packer stumbled');
    };
    expect(await workedOff(once)).toBe(8);
    expect(thrown).toBe(true);
  });

  it('is not idle while there are orders that it has not fetched', async () => {
    expect(await workedOff(() => {}, { maxBytesPerPartition: 1 })).toBe(8);
  });

  it('that has crashed for good is told of, with its error', async () => {
    const stuck = () => {
      throw new KafkaJSNonRetriableError('the packer gave up');
    };
    await expect(workedOff(stuck)).rejects.toThrow('the packer gave up');
  });

  it('is idle where there was nothing to do', async () => {
    expect(await workedOff(() => {}, {}, 8)).toBe(0);
  });
});
