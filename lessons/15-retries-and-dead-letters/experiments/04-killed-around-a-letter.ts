import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { place } from './place.ts';
import { chosen } from './seeded.ts';

// For each of three packers one order is unreadable; which, the run's seed decides. A packer
// sends it to the dead letters and commits its position: two acts. One stands before them, one
// between them, one after them, when their process is killed. Then a second one takes over.
export default experiment(lesson, 'commit-only-after-the-dead-letter-is-acknowledged', {
  arms: { treatment: { first: 'send' }, control: { first: 'commit' } },

  async run({ first }, lab) {
    const orders = await lab.topic();
    const dead = await lab.topic({ title: 'dead-letters' });
    await place(lab, orders, numbered(1, 10));
    const packers = ['before', 'between', 'after'].map((moment, i) => {
      const unreadable = `order ${chosen(lab.seed + i, 9) + 1}`;
      return { group: lab.group(`killed-${moment}`), unreadable, moment };
    });
    // #region kill
    const given = { orders: orders.name, dead: dead.name, first, packers };
    const doomed = await lab.process('./programs/packers.ts', { ...given, stand: true });
    await doomed.says((word) => word === 'all stand still');
    await doomed.kill();
    const next = await lab.process('./programs/packers.ts', { ...given, stand: false });
    await next.says((word) => word === 'all is decided');
    // #endregion
    const letters = (await lab.readAll(dead)).map(({ key }) => key);
    const lost = packers.filter(({ group }) => !letters.includes(group)).length;
    return { lost, twice: letters.length - new Set(letters).size, letters: letters.length };
  },

  expect: {
    treatment: { lost: 0, twice: 1, letters: 4 },
    control: { lost: 1, twice: 0, letters: 2 },
  },
});
