import assert from 'node:assert/strict';
import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { type Packer, packUntil } from './packer.ts';
import { verdicts } from './verdict.ts';

// Where does the assertion stand? Within `ship` it holds for each parcel that leaves the
// house. The broken packer ships nothing, so nobody ever asks.
export default experiment(lesson, 'a-test-that-passes-when-everything-fails', {
  arms: { treatment: { asserts: 'in ship' }, control: { asserts: 'at the end' } },

  async run({ asserts }, lab) {
    const orders = numbered(1, 3).map((order) => ({ value: order }));
    const { kafka } = lab;
    const producer = await lab.connect(kafka.producer());

    const test = async (packer: Packer) => {
      const { name: topic } = await lab.topic();
      await producer.send({ topic, messages: orders });
      // #region test
      const shipped: string[] = [];
      const ship = async (order: string) => {
        shipped.push(order);
        if (asserts === 'in ship') assert.match(order, /^order [123]$/);
      };
      const packing = { kafka, topic, group: lab.group('packers'), ship };
      await packUntil(lab, 3, packer, packing);
      if (asserts === 'at the end') assert.deepEqual(shipped, numbered(1, 3));
      // #endregion
    };
    return verdicts(lab, test, 'shipsNothing');
  },

  expect: {
    treatment: { right: 'passes', broken: 'passes' },
    control: { right: 'passes', broken: 'fails' },
  },
});
