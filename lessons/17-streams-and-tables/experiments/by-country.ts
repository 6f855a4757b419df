import type { Lab, Topic } from '@proving/lab';
import { count, type Processor, rekeyed, run } from '../streams/index.ts';
import { orders, partitions } from './shop.ts';

/** A topic of that name, with as many partitions as all the others. */
export const topic = (lab: Lab, title: string) => lab.topic({ title, partitions });

/** The eight orders, keyed by customer. */
export async function place(lab: Lab): Promise<Topic> {
  const placed = await topic(lab, 'orders');
  const producer = await lab.connect(lab.kafka.producer());
  const messages = orders.map(([key, value]) => ({ key, value }));
  await producer.send({ topic: placed.name, messages });
  return placed;
}

/** Counts them by country, through a topic between or straight on; waits until eight counts are written. */
export async function countByCountry(lab: Lab, placed: Topic, through: 'a topic' | 'nothing') {
  const moved = await topic(lab, 'by-country-repartition');
  const counts = await topic(lab, 'counts');
  const producer = await lab.connect(lab.kafka.producer());
  const start = async (from: string, to: string, processor: Processor) => {
    const consumer = await lab.connect(lab.kafka.consumer({ groupId: lab.group('shop') }));
    return run({ consumer, producer, from, to, processor });
  };
  // #region topology
  const byCountry = rekeyed(({ value }) => `${value}`);
  const straight = through === 'nothing';
  if (!straight) await start(placed.name, moved.name, (order) => [byCountry(order)]);
  const tasks = straight
    ? await start(placed.name, counts.name, (order, task) => count(byCountry(order), task))
    : await start(moved.name, counts.name, count);
  // #endregion
  await lab.eventually('eight counts', async () => (await lab.readAll(counts)).length === 8);
  return { moved, counts, tasks };
}
