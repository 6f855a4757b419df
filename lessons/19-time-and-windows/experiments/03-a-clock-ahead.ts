import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { both, last } from './both.ts';
import { tumbling } from './operator.ts';
import { send } from './story.ts';

const right = { 'a[0,10)': 4, 'a[10,20)': 2 };

// A phone whose clock is 40 minutes ahead sends one view, in the middle of right ones. The
// grace is ten seconds. In the other partition the same view does no harm to these.
export default experiment(lesson, 'one-clock-ahead-closes-everything', {
  arms: {
    treatment: { phone: 2_400, partition: 0 },
    control: { phone: 5, partition: 0 },
    elsewhere: { phone: 2_400, partition: 1 },
  },

  async run({ phone, partition }, lab) {
    const views = await lab.topic({ title: 'views', partitions: 2 });
    // #region send
    await send(lab, views, 'a@1 a@3', 0);
    await send(lab, views, `b@${phone}`, partition);
    await send(lab, views, 'a@6 a@8 a@12 a@14', 0);
    // #endregion
    const plan = { ...tumbling, grace: 10_000 };
    const { said, dropped, sameInEachWindow: same } = await both(lab, views, plan);
    return { counts: last(said), dropped, same };
  },

  expect: {
    treatment: { counts: { 'a[0,10)': 2, 'b[2400,2410)': 1 }, dropped: 4, same: true },
    control: { counts: { ...right, 'b[0,10)': 1 }, dropped: 0, same: true },
    elsewhere: { counts: { ...right, 'b[2400,2410)': 1 }, dropped: 0, same: true },
  },
});
