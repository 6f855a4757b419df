import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { report } from './page-views.ts';

// Three reports of 300 kB lie in the log, a batch each. A consumer says how much it wants of a
// partition at once: a third of one report, or more than all three.
export default experiment(lesson, 'fetch-limits-are-soft', {
  arms: { treatment: { atOnce: 100_000 }, control: { atOnce: 10_000_000 } },

  async run({ atOnce }, lab) {
    const topic = (await lab.topic({ title: 'reports' })).name;
    const producer = await lab.connect(lab.kafka.producer());
    for (const n of [1, 2, 3])
      await producer.send({ topic, messages: [{ value: report(n, 300_000) }] });

    const received: number[] = [];
    const groupId = lab.group('reader');
    const options = { groupId, maxBytesPerPartition: atOnce };
    const reader = await lab.connect(lab.kafka.consumer(options));
    await reader.subscribe({ topic, fromBeginning: true });
    await reader.run({
      eachBatch: async ({ batch: { messages } }) => {
        lab.step(`a fetch brings ${messages.length} of the reports`);
        received.push(messages.length);
      },
    });
    const reports = () => received.reduce((sum, count) => sum + count, 0);
    await lab.eventually('three reports are read', () => reports() >= 3);
    return { reports: reports(), fetches: received.length };
  },

  expect: {
    treatment: { reports: 3, fetches: 3 },
    control: { reports: 3, fetches: 1 },
  },
});
