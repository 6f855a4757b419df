import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { buyer } from './buyer.ts';

// Three orders are counted, their position is committed, and only then is the counter stopped,
// cleanly. What the next one writes follows from where it begins, and from an empty memory.
export default experiment(lesson, 'memory-is-not-state', {
  arms: {
    treatment: { restarted: 'from its position' },
    beginning: { restarted: 'from offset 0' },
    never: { restarted: 'never' },
  },

  async run({ restarted }, lab) {
    const [orders, counts] = [await lab.topic(), await lab.topic({ title: 'counts' })];
    const order = await buyer(lab, orders);
    const given = { orders: orders.name, counts: counts.name };
    const program = './programs/counter.ts';
    const [group, another] = [lab.group('counter'), lab.group('counter')];
    // #region restart
    let counter = await lab.process(program, { ...given, group });
    await order('ada', 'bob', 'ada');
    await counter.says((offset) => offset === 3);
    if (restarted !== 'never') {
      counter.tell('stop');
      await counter.says((word) => word === 'stopped');
      const its = restarted === 'from its position' ? group : another;
      counter = await lab.process(program, { ...given, group: its });
    }
    await order('cy', 'ada');
    await counter.says((offset) => offset === 5);
    // #endregion
    const written = (await lab.readAll(counts)).map(({ key, value }) => `${key} ${value}`);
    return { written: written.join(', '), ada: Number(written.at(-1)?.split(' ')[1]) };
  },

  expect: {
    treatment: { written: 'ada 1, bob 1, ada 2, cy 1, ada 1', ada: 1 },
    beginning: { written: 'ada 1, bob 1, ada 2, ada 1, bob 1, ada 2, cy 1, ada 3', ada: 3 },
    never: { written: 'ada 1, bob 1, ada 2, cy 1, ada 3', ada: 3 },
  },
});
