import { atLeast, experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { drawn, eighty, ends } from './eight.ts';

// Eight partitions, ten orders in each, and the packer can read none of them. It is killed in
// the middle of an act of each partition, the second to the tenth of eleven: which, is drawn.
export default experiment(lesson, 'commit-only-after-the-dead-letter-is-acknowledged', {
  arms: { treatment: { first: 'letters' }, control: { first: 'position' } },

  async run({ first }, lab) {
    const orders = await lab.topic({ partitions: 8 });
    const dead = await lab.topic({ title: 'dead-letters' });
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic: orders.name, messages: eighty });
    // #region kill
    const given = { orders: orders.name, dead: dead.name, group: lab.group('packer'), first };
    const moments = drawn(lab.seed, 1, 9);
    const doomed = await lab.process('./programs/batch-packer.ts', { ...given, moments });
    await doomed.says((word) => word === 'all are at their moment');
    await doomed.kill();
    // #endregion
    await producer.send({ topic: orders.name, messages: ends });
    const next = await lab.process('./programs/batch-packer.ts', { ...given, moments: null });
    await next.says((word) => word === 'all is decided');
    const history = lab.history(dead);
    const { stored, duplicate } = await history.counts('stored', 'duplicate');
    return { lost: 80 - (stored - duplicate), repeated: duplicate };
  },

  expect: {
    // A kill behind k acts repeats k letters or one more; or loses at least 10 - k of them.
    treatment: { lost: 0, repeated: atLeast(8) },
    control: { lost: atLeast(8), repeated: 0 },
  },
});
