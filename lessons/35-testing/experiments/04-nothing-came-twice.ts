import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { type Packer, packUntil } from './packer.ts';
import { verdicts } from './verdict.ts';

// How does a test see that nothing came? After half a second, or when order 4, which lies
// behind, has come. The leader stands still meanwhile, as a busy machine does.
export default experiment(lesson, 'absence-needs-a-marker', {
  arms: { treatment: { until: 'half a second' }, control: { until: 'the marker' } },

  async run({ until }, lab) {
    const producer = await lab.connect(lab.kafka.producer());
    const test = async (packer: Packer) => {
      const orders = await lab.topic();
      const { name: topic } = orders;
      const send = (value: string) => producer.send({ topic, messages: [{ value }] });
      const shipped: string[] = [];
      const ship = async (order: string) => void shipped.push(order);
      const packing = { kafka: lab.kafka, topic, group: lab.group('packers'), ship };
      for (const order of numbered(1, 3)) await send(order);
      await packUntil(lab, 3, packer, packing);
      await send('order 4');
      // #region test
      await using busy = await lab.freeze((await orders.partition(0)).leader);
      const marker = packUntil(lab, 4, packer, packing);
      await sleep(500);
      const seen = [...shipped];
      await Promise.all([busy.thaw(), marker]);
      const thirds = (until === 'the marker' ? shipped : seen).filter((each) => /3/.test(each));
      assert.equal(thirds.length, 1);
      // #endregion
    };
    return verdicts(lab, test, 'commitsItsOwn');
  },

  expect: {
    treatment: { right: 'passes', broken: 'passes' },
    control: { right: 'passes', broken: 'fails' },
  },
});
