import assert from 'node:assert/strict';
import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { mockOf } from './mock.ts';
import { type Packer, packUntil } from './packer.ts';
import { verdicts } from './verdict.ts';

// One test, twice: with brokers, and with a mock that plays the same records. The broken
// packer commits the offset of the order that it has done, instead of the next one.
export default experiment(lesson, 'a-mock-agrees-with-its-author', {
  arms: { treatment: { against: 'mock' }, control: { against: 'brokers' } },

  async run({ against }, lab) {
    const producer = await lab.connect(lab.kafka.producer());

    const test = async (packer: Packer) => {
      const orders = await lab.topic();
      const topic = orders.name;
      const send = (values: string[]) =>
        producer.send({ topic, messages: values.map((value) => ({ value })) });
      const kafka = against === 'mock' ? mockOf(() => lab.readAll(orders)) : lab.kafka;
      // #region test
      const shipped: string[] = [];
      const ship = async (order: string) => void shipped.push(order);
      const packing = { kafka, topic, group: lab.group('packers'), ship };
      await send(['order 1', 'order 2', 'order 3']);
      await packUntil(lab, 3, packer, packing);
      await send(['order 4']);
      await packUntil(lab, 4, packer, packing);
      assert.deepEqual(shipped, numbered(1, 4));
      // #endregion
    };
    return verdicts(lab, test, 'commitsItsOwn');
  },

  expect: {
    treatment: { right: 'passes', broken: 'passes' },
    control: { right: 'passes', broken: 'fails' },
  },
});
