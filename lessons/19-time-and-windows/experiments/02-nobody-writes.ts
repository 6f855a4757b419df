import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { both, last } from './both.ts';
import { tumbling } from './operator.ts';
import { send } from './story.ts';

// Two views of page a, in a window that every clock has left ten minutes ago. A count is said
// when its window is over. Then nothing more is written, or one view of another page: to the
// same partition, or to the other one.
export default experiment(lesson, 'stream-time-needs-data', {
  arms: {
    treatment: { next: 'here' },
    elsewhere: { next: 'elsewhere' },
    silence: { next: 'nothing' },
  },

  async run({ next }, lab) {
    const views = await lab.topic({ title: 'views', partitions: 2 });
    // #region send
    await send(lab, views, 'a@1 a@4', 0);
    if (next === 'here') await send(lab, views, 'b@10', 0);
    if (next === 'elsewhere') await send(lab, views, 'b@10', 1);
    // #endregion
    const { said, sameAsStreams } = await both(lab, views, { ...tumbling, say: 'final' });
    return { views: (await lab.readAll(views)).length, over: last(said), sameAsStreams };
  },

  expect: {
    treatment: { views: 3, over: { 'a[0,10)': 2 }, sameAsStreams: true },
    elsewhere: { views: 3, over: {}, sameAsStreams: true },
    silence: { views: 2, over: {}, sameAsStreams: true },
  },
});
