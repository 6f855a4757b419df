import { type Lab, numbered, type Topic } from '@proving/lab';
import type { Producer } from 'kafkajs';
import { place } from './place.ts';
import { Table } from './table.ts';

export interface Shop {
  readonly orders: Topic;
  readonly labels: Topic;
  readonly dead: Topic;
  readonly table: Table;
  readonly producer: Producer;
}

/** Ten records in two partitions; the fourth of the first one is no order, and the second fails twice. */
export async function tenRecords(lab: Lab): Promise<Shop> {
  const orders = await lab.topic({ partitions: 2 });
  const labels = await lab.topic({ title: 'labels' });
  const dead = await lab.topic({ title: 'dead-letters' });
  const six = [...numbered(1, 3), 'order four', ...numbered(5, 6)];
  await place(lab, orders, six, { customers: 3 });
  const producer = await place(lab, orders, numbered(7, 10), { partition: 1 });
  const table = new Table(producer, labels, [['order 2', 2]]);
  return { orders, labels, dead, table, producer };
}

/** Where the ten are when nothing new happens: all is decided, or the fourth has failed five times and the rest is done. */
export async function counted(lab: Lab, group: string, { orders, labels, dead, table }: Shop) {
  const position = async (partition: number) =>
    (await lab.lagOf(group, orders))[partition]?.committed ?? 0;
  const isStuck = () => (table.tries.get('order four') ?? 0) >= 5;
  const isAtRest = async () =>
    (await position(1)) === 4 && ((await position(0)) === 6 || isStuck());
  const until = 'all is decided, or the fourth record has failed five times';
  await lab.eventually(until, isAtRest, { giveUpAfter: '40s' });
  const waiting = (await lab.lagOf(group, orders)).reduce(
    (sum, { lag }) => sum + (lag ?? 0),
    0,
  );
  const packed = new Set((await lab.readAll(labels)).map(({ value }) => value)).size;
  const aside = (await lab.readAll(dead)).length;
  return { packed, waiting, aside, gone: 10 - packed - waiting - aside };
}
