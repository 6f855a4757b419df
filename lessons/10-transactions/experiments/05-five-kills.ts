import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { placed } from './begin.ts';
import { committed } from './committed.ts';

// A transformer makes a label from each order. It is killed (SIGKILL) five times, each time at
// another place of its loop, and started again; then it works off what is left. Six orders make
// six labels, if the position is committed in the transaction that carries the label.
export default experiment(lesson, 'consume-transform-produce-is-exact', {
  arms: { treatment: { offsets: 'inside' }, control: { offsets: 'outside' } },

  async run({ offsets }, lab) {
    const [orders, labels] = [await placed(lab, 6), await lab.topic({ title: 'labels' })];

    const ids = { group: lab.group('transformer'), transactionalId: lab.transactionalId() };
    const given = { orders: orders.name, labels: labels.name, ...ids, offsets };
    // #region kills
    const program = './programs/transformer.ts';
    const places = ['read', 'begun', 'sent', 'position', 'committed'];
    for (const [i, place] of places.entries()) {
      const standsAt = `order ${i + 1}, ${place}`;
      const doomed = await lab.process(program, { ...given, standsAt });
      await doomed.says((word) => word === standsAt);
      await doomed.kill();
    }
    const last = await lab.process(program, given);
    await last.says((word) => word === 'order 6, committed');
    // #endregion
    const finished = async () => (await committed(lab, labels)).includes('label for order 6');
    await lab.eventually('the last label can be read', finished);
    const visible = await committed(lab, labels);
    const twice = visible.filter((label, i) => visible.indexOf(label) !== i);
    return { labels: visible.length, twice, stored: (await lab.readAll(labels)).length };
  },

  expect: {
    treatment: { labels: 6, twice: [], stored: 8 },
    control: { labels: 7, twice: ['label for order 5'], stored: 8 },
  },
});
