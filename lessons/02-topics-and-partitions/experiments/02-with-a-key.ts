import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';

// Four customers order in turn, three times each, on three partitions. No record names one.
// `split` counts the customers whose orders lie in more than one partition.
//
// The numbers are chosen: dealt out in turn, four to three, nobody's next order can fall where
// the last one is.
export default experiment(lesson, 'one-key-one-partition', {
  arms: { treatment: { key: 'customer' }, control: { key: 'none' } },

  async run({ key }, lab) {
    const orders = await lab.topic({ partitions: 3 });
    const producer = await lab.connect(lab.kafka.producer());
    // #region send
    for (const nth of ['first', 'second', 'third']) {
      for (const customer of ['ada', 'bob', 'mia', 'tom']) {
        const value = `${customer}, ${nth} order`;
        const own = key === 'customer' ? { key: customer } : {};
        const messages = [{ ...own, value }];
        await producer.send({ topic: orders.name, messages });
      }
    }
    // #endregion
    const log = await lab.readAll(orders);
    const ofOne = Map.groupBy(log, ({ value }) => value?.split(',')[0]);
    const partitionsOf = (its: typeof log) => new Set(its.map((r) => r.partition)).size;
    const split = [...ofOne.values()].filter((its) => partitionsOf(its) > 1).length;
    return { stored: log.length, partitionsUsed: partitionsOf(log), split };
  },

  expect: {
    treatment: { stored: 12, partitionsUsed: 3, split: 0 },
    control: { stored: 12, partitionsUsed: 3, split: 4 },
  },
});
