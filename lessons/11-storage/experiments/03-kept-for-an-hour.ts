import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { retentionCheckHasPassed } from './retention-check.ts';
import { set } from './settings.ts';
import { hours } from './time-stamp.ts';

// Order 1 is two hours old, by its time stamp. Order 2 is new, or as old, or from tomorrow.
// Then the topic is told to keep one hour, and a retention check goes by. What is left?
export default experiment(lesson, 'a-segment-goes-as-a-whole', {
  arms: {
    treatment: { second: 0, segmentMs: '604800000' },
    bothOld: { second: -2, segmentMs: '604800000' },
    tomorrow: { second: 24, segmentMs: '604800000' },
    twoSegments: { second: 0, segmentMs: '3600000' },
  },

  async run({ second, segmentMs }, lab) {
    const config = { 'retention.ms': '-1', 'segment.ms': segmentMs };
    const orders = await lab.topic({ config });
    const producer = await lab.connect(lab.kafka.producer());
    const send = (value: string, timestamp: string) =>
      producer.send({ topic: orders.name, messages: [{ value, timestamp }] }).catch(lab.noted);
    // #region keep
    await send('order 1', hours(-2));
    await send('order 2', hours(second));
    await lab.segmentsOf(orders);
    await set(lab, orders, { ...config, 'retention.ms': '3600000' });
    // #endregion
    await retentionCheckHasPassed(lab, orders, producer);
    await lab.segmentsOf(orders);
    const left = (await lab.readAll(orders)).map(({ value }) => value);
    const begins = (await orders.offsets())[0]?.start ?? -1;
    return { ...(await lab.history(orders).counts('refused')), begins, left };
  },

  expect: {
    treatment: { refused: 0, begins: 0, left: ['order 1', 'order 2'] },
    bothOld: { refused: 0, begins: 2, left: [] },
    tomorrow: { refused: 1, begins: 1, left: [] },
    twoSegments: { refused: 0, begins: 1, left: ['order 2'] },
  },
});
