import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { counters, settings } from './counters.ts';
import { countsOf, three } from './three.ts';

// Three tasks of one process, each with one customer who orders five times. It is killed when
// one is behind its output, one behind its state, one behind its position: each at an order
// that is drawn. Then each customer orders once more.
export default experiment(lesson, 'counts-need-one-transaction', {
  arms: {
    treatment: { acts: null },
    positionLast: { acts: ['output', 'state', 'position'] },
    positionFirst: { acts: ['position', 'output', 'state'] },
  },

  async run({ acts }, lab) {
    const { counts, start, order } = await counters(lab, settings['as written'], three.length);
    const drawn = (task: number) => 1 + (Math.floor(lab.seed / 5 ** task) % 5);
    const behind = (task: number) => ['output', 'state', 'position'][task];
    const places = three.map((customer, task) => `${customer} ${drawn(task)}, ${behind(task)}`);
    // #region kill
    const doomed = await start({ acts, standsAt: places });
    const next = await start({ acts });
    await order(Array.from({ length: 5 }, () => three).flat());
    doomed.tell('begin');
    for (const place of places)
      await doomed.says((word) => word === place, { giveUpAfter: '40s' });
    await doomed.kill();
    await order(three);
    next.tell('begin');
    // #endregion
    const found = await countsOf(lab, counts, next, 6);
    const those = (are: (count: number) => boolean) => found.filter(are).length;
    return { tooMany: those((count) => count > 6), tooFew: those((count) => count < 6) };
  },

  expect: {
    treatment: { tooMany: 0, tooFew: 0 },
    positionLast: { tooMany: 1, tooFew: 0 },
    positionFirst: { tooMany: 0, tooFew: 2 },
  },
});
