import assert from 'node:assert/strict';
import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { type Packer, packUntil } from './packer.ts';
import { verdicts } from './verdict.ts';

// Whose parcels does a test count? The packer under test writes to a topic of parcels. Two
// tests run one after the other, the first with the right packer. In one arm they share it.
export default experiment(lesson, 'a-shared-topic-answers-for-another', {
  arms: { treatment: { parcels: 'shared' }, control: { parcels: 'own' } },

  async run({ parcels: whose }, lab) {
    const { kafka } = lab;
    const producer = await lab.connect(kafka.producer());
    const shared = await lab.topic({ title: 'parcels' });

    const test = async (packer: Packer) => {
      const { name: topic } = await lab.topic();
      // #region test
      const parcels = whose === 'own' ? await lab.topic({ title: 'own-parcels' }) : shared;
      const send = (to: string, values: string[]) =>
        producer.send({ topic: to, messages: values.map((value) => ({ value })) });
      const ship = async (order: string) => void (await send(parcels.name, [order]));
      await send(topic, numbered(1, 3));
      const packing = { kafka, topic, group: lab.group('packers'), ship };
      await packUntil(lab, 3, packer, packing);
      const there = (await lab.readAll(parcels)).map(({ value }) => value);
      for (const order of numbered(1, 3)) assert.ok(there.includes(order));
      // #endregion
    };
    return verdicts(lab, test, 'shipsNothing');
  },

  expect: {
    treatment: { right: 'passes', broken: 'passes' },
    control: { right: 'passes', broken: 'fails' },
  },
});
