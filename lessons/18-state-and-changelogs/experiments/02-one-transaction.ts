import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { counters, lastOf } from './counters.ts';

// Three customers order twice each. The counter is killed three times: at Ada's order when its
// output is written, at Bob's when his count is in the changelog, at Cy's when the position is
// committed. What each kill does follows from which of the three acts were done.
export default experiment(lesson, 'counts-need-one-transaction', {
  arms: {
    treatment: { acts: null },
    positionLast: { acts: ['output', 'state', 'position'] },
    positionFirst: { acts: ['position', 'output', 'state'] },
  },

  async run({ acts }, lab) {
    const { counts, start, order } = await counters(lab);
    // #region kills
    const places = ['ada 1, output', 'bob 1, state', 'cy 1, position'];
    const stands = [...places.map((place) => [place]), []];
    const lives = await Promise.all(stands.map((standsAt) => start({ acts, standsAt })));
    await order(['ada', 'bob', 'cy']);
    for (const [i, place] of places.entries()) {
      const counter = lives[i];
      counter?.tell('begin');
      await counter?.says((word) => word === place);
      await counter?.kill();
    }
    lives.at(-1)?.tell('begin');
    await order(['ada', 'bob', 'cy', 'end']);
    // #endregion
    return lastOf(lab, counts);
  },

  expect: {
    treatment: { ada: 2, bob: 2, cy: 2 },
    positionLast: { ada: 2, bob: 3, cy: 2 },
    positionFirst: { ada: 1, bob: 2, cy: 1 },
  },
});
