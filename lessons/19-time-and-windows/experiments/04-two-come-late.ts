import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { both, last } from './both.ts';
import { tumbling } from './operator.ts';
import { send } from './story.ts';

// Eleven views, and two come when stream time has left their windows: a@3 behind a@10, and b@8
// behind a@19. A grace of ten seconds is measured in stream time, as the windows are.
export default experiment(lesson, 'late-is-a-decision', {
  arms: { treatment: { grace: 10_000 }, control: { grace: 0 } },

  async run({ grace }, lab) {
    const views = await lab.topic({ title: 'views' });
    await send(lab, views, 'a@1 a@4 b@9.999 a@10 a@3 b@12 a@19 b@8 a@20 a@25 b@40');
    const { said, dropped, sameAsStreams } = await both(lab, views, { ...tumbling, grace });
    const counts = last(said);
    const { 'a[0,10)': a = 0, 'b[0,10)': b = 0 } = counts;
    const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { a, b, counted, dropped, sameAsStreams };
  },

  expect: {
    treatment: { a: 3, b: 2, counted: 11, dropped: 0, sameAsStreams: true },
    control: { a: 2, b: 1, counted: 9, dropped: 2, sameAsStreams: true },
  },
});
