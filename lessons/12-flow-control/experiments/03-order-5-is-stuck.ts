import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { place } from './place.ts';

// Lanes side by side, so orders are not finished in the order of their offsets. Order 5 is
// stuck, and order 9 of the same customer waits for it; ten others are packed. Which offset
// is committed then? The process is killed, and another takes over, which packs them all.
export default experiment(lesson, 'the-oldest-unfinished-is-the-position', {
  arms: {
    treatment: { commits: 'oldest unfinished' },
    control: { commits: 'newest finished' },
  },

  async run({ commits }, lab) {
    const orders = await lab.topic();
    const labels = await lab.topic({ title: 'labels' });
    await place(lab, orders, numbered(1, 12));

    const group = lab.group('packer');
    const given = { orders: orders.name, labels: labels.name, group, commits };
    const packer = './programs/packer.ts';
    // #region stuck
    const doomed = await lab.process(packer, { ...given, stuck: 'order 5' });
    await doomed.says((word) => word === '2 in hand of 12');
    const [behind] = await lab.lagOf(group, orders);
    await doomed.kill();
    // #endregion
    await place(lab, orders, ['order 13']);
    const next = await lab.process(packer, given);
    await next.says((word) => word === '0 in hand of 13');

    const packed = (await lab.readAll(labels)).map(({ value }) => value);
    const never = numbered(1, 13).filter((order) => !packed.includes(order)).length;
    return { lag: behind?.lag ?? null, twice: packed.length - new Set(packed).size, never };
  },

  expect: {
    treatment: { lag: 8, twice: 6, never: 0 },
    control: { lag: 0, twice: 0, never: 2 },
  },
});
