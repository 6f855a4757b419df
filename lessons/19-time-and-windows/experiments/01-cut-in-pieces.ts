import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { both, last } from './both.ts';
import { fromTheFirst } from './from-the-first.ts';
import { countingFor, plans } from './operator.ts';
import { guessed, overlapping, touching, visits } from './pieces.ts';
import { send } from './story.ts';

const story = 'a@1 a@4 b@9.999 a@10 b@12 a@19 a@20 a@25 b@40';

// Nine views in the order in which they happened. Which windows do they fall into? Whoever
// begins the windows of a page with its first view counts something else than the library.
export default experiment(lesson, 'buckets-are-arithmetic', {
  arms: {
    treatment: { windows: 'touching' },
    hopping: { windows: 'overlapping' },
    sessions: { windows: 'sessions' },
    guessed: { windows: 'guessed' },
  },

  async run({ windows }, lab) {
    const views = await lab.topic({ title: 'views' });
    await send(lab, views, story);
    const plan = plans[windows];
    const byHand = () => (windows === 'guessed' ? fromTheFirst(plan.size) : countingFor(plan));
    const { said, sameAsStreams } = await both(lab, views, plan, byHand);
    return { counts: last(said), sameAsStreams };
  },

  expect: {
    treatment: { counts: touching, sameAsStreams: true },
    hopping: { counts: overlapping, sameAsStreams: true },
    sessions: { counts: visits, sameAsStreams: true },
    guessed: { counts: guessed, sameAsStreams: false },
  },
});
