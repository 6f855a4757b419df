import { atMost, experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { folded } from '../streams/index.ts';
import { buyer } from './buyer.ts';

// Three customers order ten times each, one after the other. Behind an order that is drawn the
// counter is killed, whatever it is doing then. One more order comes, and another counter.
export default experiment(lesson, 'memory-is-not-state', {
  arms: { treatment: { begins: 'at its position' }, beginning: { begins: 'at offset 0' } },

  async run({ begins }, lab) {
    const [orders, counts] = [await lab.topic(), await lab.topic({ title: 'counts' })];
    const order = await buyer(lab, orders);
    const given = { orders: orders.name, counts: counts.name };
    const [group, another] = [lab.group('counter'), lab.group('counter')];
    // #region kill
    const doomed = await lab.process('./programs/counter.ts', { ...given, group });
    const drawn = 1 + (lab.seed % 29);
    const ordering = (async () => {
      for (let i = 0; i < 30; i++) await order(['ada', 'bob', 'cy'][i % 3] as string);
    })();
    await doomed.says((offset) => Number(offset) >= drawn);
    await doomed.kill();
    await ordering;
    await order('ada');
    const its = begins === 'at its position' ? group : another;
    const next = await lab.process('./programs/counter.ts', { ...given, group: its });
    await next.says((offset) => offset === 31);
    // #endregion
    const table = folded(await lab.readAll(counts));
    return { counted: [...table.values()].reduce((sum, count) => sum + Number(count), 0) };
  },

  expect: {
    treatment: { counted: atMost(30) },
    beginning: { counted: 31 },
  },
});
