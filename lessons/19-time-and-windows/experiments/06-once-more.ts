import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { Task } from '../windows/index.ts';
import { label } from './label.ts';
import { countingFor, tumbling } from './operator.ts';
import { readAnew } from './read.ts';
import { send } from './story.ts';
import { watched } from './watched.ts';

const plan = { ...tumbling, size: 1_000, advance: 1_000 };
const right = 'a[0,1)=1 a[0,1)=2 a[1,2)=1';

// Three views are counted in windows of one second, and once more by a new group, as after a
// repair. Which time decides on the window: that of the record, or that of the clock? Before
// the second reading the clock has left the last window of the first.
export default experiment(lesson, 'the-clock-is-not-replayed', {
  arms: { treatment: { time: 'the record' }, control: { time: 'the clock' } },

  async run({ time }, lab) {
    const views = await lab.topic({ title: 'views' });
    await send(lab, views, 'a@0 a@0.5 a@1.5');
    // #region count
    const counted = async (called?: string) => {
      const task = new Task(watched(lab, views, 0, countingFor(plan), called));
      const stamps = await readAnew(lab, views);
      const timeOf = (stamp: number) => (time === 'the clock' ? Date.now() : stamp);
      const said = stamps.flatMap((stamp) => task.process({ key: 'a', time: timeOf(stamp) }));
      return said.map((count) => `${label(count, ')')}=${count.count}`).join(' ');
    };
    // #endregion
    const first = await counted();
    const over = Date.now() + plan.size;
    await lab.eventually('the clock is in another window', () => Date.now() > over);
    return { right: first === right, same: (await counted('again')) === first };
  },

  expect: { treatment: { right: true, same: true }, control: { right: false, same: false } },
});
