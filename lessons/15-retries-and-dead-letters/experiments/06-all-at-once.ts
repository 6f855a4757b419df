import { between, experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { seeded } from './seeded.ts';
import { tenths } from './tenths.ts';

// Four hundred orders fail in the same moment, each for the fourth time, and go to the retry
// topic with the time of their next try. How many come due in the same tenth of a second?
export default experiment(lesson, 'jitter-spreads-what-failed-together', {
  arms: {
    treatment: { delay: 'full jitter' },
    little: { delay: '±5 %' },
    fixed: { delay: 'fixed' },
  },
  async run({ delay }, lab) {
    const retries = await lab.topic({ title: 'retries' });
    const random = seeded(lab.seed);
    // #region delay
    const ceiling = Math.min(60_000, 1_000 * 2 ** 3);
    const delays = {
      'full jitter': () => random() * ceiling,
      '±5 %': () => (0.95 + random() / 10) * ceiling,
      fixed: () => ceiling,
    };
    // #endregion
    const messages = numbered(1, 400).map((value) => {
      const due = `${Math.floor(delays[delay]())}`;
      return { value, headers: { due } };
    });
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic: retries.name, messages });
    const due = await tenths(lab, retries, 400);
    return { read: due.reduce((sum, each) => sum + each, 0), atOnce: Math.max(...due) };
  },

  // 80 tenths, 8 tenths, or 1: the fullest of them has at least an even share of the 400.
  expect: {
    treatment: { read: 400, atOnce: between(400 / 80, 25) },
    little: { read: 400, atOnce: between(400 / 8, 120) },
    fixed: { read: 400, atOnce: 400 },
  },
});
