import { crc32 } from 'node:zlib';
import type { Lab } from '@proving/lab';
import { partitionOf } from '@proving/lesson-03/partitioner';
import { base, type Shop } from './story.ts';

export const partitions = 3;
export const customers = 'ada ben cleo dora emil fay greta hugo ines jon kim leo'.split(' ');

// #region foretold
/** Where Java and kafkajs 2 put a key; where librdkafka does. */
const placing = {
  murmur2: (key: string) => partitionOf(key, partitions),
  CRC32: (key: string) => crc32(key) % partitions,
};

/** Whose order lies where the address does, placed by murmur2. */
export const together = (orders: keyof typeof placing) =>
  customers.filter((key) => placing[orders](key) === placing.murmur2(key));
// #endregion

/** An address of each customer, placed by kafkajs, and an order a second later, placed by that hash. */
export async function sendAll(
  lab: Lab,
  { orders, addresses }: Shop,
  hash: keyof typeof placing,
) {
  const producer = await lab.connect(lab.kafka.producer());
  const [at, later] = [`${base}`, `${base + 1_000}`];
  const living = customers.map((key) => ({ key, value: 'Oslo', timestamp: at }));
  const placed = customers.map((key) => ({
    key,
    value: 'pen',
    timestamp: later,
    partition: placing[hash](key),
  }));
  await producer.send({ topic: addresses.name, messages: living });
  await producer.send({ topic: orders.name, messages: placed });
}
