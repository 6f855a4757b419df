import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { count, type Processor, rekeyed, run } from '../streams/index.ts';
import { foretold, orders, partitions, told } from './shop.ts';

// Eight orders, keyed by customer, lie in three partitions. Which partition has which order
// follows from murmur2, and so does what each of three tasks can count. Four orders go to NO.
export default experiment(lesson, 'group-by-moves-data', {
  arms: { treatment: { through: 'a topic' }, straight: { through: 'nothing' } },

  async run({ through }, lab) {
    const topic = (title: string) => lab.topic({ title, partitions });
    const placed = await topic('orders');
    const moved = await topic('by-country-repartition');
    const counts = await topic('counts');
    const producer = await lab.connect(lab.kafka.producer());
    const messages = orders.map(([key, value]) => ({ key, value }));
    await producer.send({ topic: placed.name, messages });
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
    const written = () => lab.readAll(counts);
    await lab.eventually('eight counts', async () => (await written()).length === 8);
    const ofNO = (await written()).filter(({ key }) => key === 'NO');
    const highestNO = Math.max(...ofNO.map(({ value }) => Number(value)));
    const stores = [0, 1, 2].map((p) => told(tasks.get(p)?.store.entries() ?? []));
    return { stores, highestNO, moved: (await lab.readAll(moved)).length };
  },
  expect: {
    treatment: { stores: foretold('country'), highestNO: 4, moved: 8 },
    straight: { stores: foretold('customer'), highestNO: 2, moved: 0 },
  },
});
