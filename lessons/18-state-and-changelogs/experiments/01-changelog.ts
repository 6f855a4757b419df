import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { changesLeft, committed, counters, reaches, settings } from './counters.ts';

// Five orders of last month are counted: three, then the counter is killed, then two. Each
// change of its store is a record of its changelog, too, with the time stamp of the order. What
// the next one finds there depends on what that topic may forget: the outdated, or the old.
export default experiment(lesson, 'a-changelog-restores-it', {
  arms: {
    treatment: { changelog: 'as written' },
    cleaned: { changelog: 'compacted' },
    byAge: { changelog: 'deleted by age' },
    unread: { changelog: 'not read' },
  },

  async run({ changelog: state }, lab) {
    const { counts, changelog, start, order } = await counters(lab, settings[state]);
    // #region restart
    const restores = state !== 'not read';
    const [counter, next] = await Promise.all([start(), start({ restores })]);
    await order(['ada', 'bob', 'ada'], { daysAgo: 30 });
    counter.tell('begin');
    await reaches(counter, 3);
    await counter.kill();

    const left = await changesLeft(lab, changelog, state);
    await order(['cy', 'ada'], { daysAgo: 30 });
    next.tell('begin');
    const read = await reaches(next, 5);
    // #endregion
    return { left, read, written: await committed(lab, counts, 5) };
  },

  expect: {
    treatment: { left: 3, read: 3, written: 'ada 1, bob 1, ada 2, cy 1, ada 3' },
    cleaned: { left: 2, read: 2, written: 'ada 1, bob 1, ada 2, cy 1, ada 3' },
    byAge: { left: 0, read: 0, written: 'ada 1, bob 1, ada 2, cy 1, ada 1' },
    unread: { left: 3, read: 0, written: 'ada 1, bob 1, ada 2, cy 1, ada 1' },
  },
});
