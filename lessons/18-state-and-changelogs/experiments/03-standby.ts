import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { counters, hasCopied, reaches } from './counters.ts';

// A hundred orders are counted, then the counter is killed and another one takes over. In one
// arm it has copied the changelog all the time, in another it stopped after sixty changes. What
// it must read before its first record is what it has not read yet.
export default experiment(lesson, 'a-standby-shortens-the-gap', {
  arms: {
    treatment: { copies: 'all the time' },
    behind: { copies: 'the first sixty' },
    none: { copies: 'nothing' },
  },

  async run({ copies }, lab) {
    const { start, order } = await counters(lab);
    const customers = Array.from({ length: 100 }, (_, i) => `customer ${i % 20}`);
    // #region failover
    const standby = copies !== 'nothing';
    const [counter, successor] = await Promise.all([start(), start({ standby })]);
    counter.tell('begin');
    await order(customers.slice(0, 60));
    await reaches(counter, 60);
    if (standby) await hasCopied(successor, 60);
    if (copies === 'the first sixty') {
      successor.tell('pause');
      await successor.says((word) => word === 'paused');
    }
    await order(customers.slice(60));
    await reaches(counter, 100);
    if (copies === 'all the time') await hasCopied(successor, 100);

    await counter.kill();
    successor.tell('begin');
    await order(['ada']);
    const read = await reaches(successor, 101);
    // #endregion
    return { read };
  },

  expect: { treatment: { read: 0 }, behind: { read: 40 }, none: { read: 100 } },
});
