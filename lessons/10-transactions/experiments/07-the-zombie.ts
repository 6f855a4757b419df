import { experiment } from '@proving/lab';
import type { Json } from '@proving/spec';
import lesson from '../lesson.ts';
import { placed } from './begin.ts';
import { committed } from './committed.ts';

// A transformer has sent the label for order 1 and is frozen before it commits. Its group takes
// it for dead. A second one takes over, commits a label for order 1 and is at work on order 2
// when the first one wakes up and goes on where it was.
export default experiment(lesson, 'zombies-are-fenced', {
  arms: { treatment: { ids: 'the same' }, control: { ids: 'one each' } },

  async run({ ids }, lab) {
    const [orders, labels] = [await placed(lab, 2), await lab.topic({ title: 'labels' })];
    const given = { orders: orders.name, labels: labels.name, group: lab.group('transformer') };
    const transformer = './programs/transformer.ts';
    const start = (transactionalId: string, standsAt: string) =>
      lab.process(transformer, { ...given, transactionalId, standsAt, offsets: 'inside' });
    const id = lab.transactionalId('packing');
    const another = lab.transactionalId('packing');
    // #region freeze
    const zombie = await start(id, 'order 1, sent');
    await zombie.says((word) => word === 'order 1, sent');
    await zombie.freeze();

    const its = ids === 'the same' ? id : another;
    const successor = await start(its, 'order 2, sent');
    await successor.says((word) => word === 'order 2, sent');
    await zombie.thaw();
    zombie.tell('go on');
    const isOver = (word: Json) => /committed|stopped/.test(`${word}`);
    const end = await zombie.says(isOver);
    // #endregion
    await labels.endsAt(5); // three labels, and two markers of what has ended
    const forOrder1 = (await committed(lab, labels)).filter((label) => label.endsWith(' 1'));
    return { zombie: end, labels: forOrder1.length };
  },
  expect: {
    treatment: { zombie: 'stopped by INVALID_PRODUCER_EPOCH', labels: 1 },
    control: { zombie: 'order 1, committed', labels: 2 },
  },
});
