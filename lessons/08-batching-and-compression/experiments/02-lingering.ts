import { once } from 'node:events';
import { atLeast, atMost, experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { produced } from './produced.ts';

// A producer that lingers: it sends when a batch is full, or 300 ms after its first record.
// Twelve page views are handed over all at once, or each when the one before is answered.
export default experiment(lesson, 'lingering-trades-latency-for-requests', {
  arms: {
    treatment: { batchSize: 100, awaited: false },
    awaited: { batchSize: 100, awaited: true },
    ofOne: { batchSize: 1, awaited: false },
  },
  async run({ batchSize, awaited }, lab) {
    const topic = await lab.topic({ title: 'page-views' });
    await using proxy = await lab.proxy((await topic.partition(0)).leader);
    const producer = lab.platformatic.producer({ bootstrapBrokers: [...lab.cluster.proxied] });
    await producer.send({ messages: [{ topic: topic.name, value: 'view 0' }], acks: -1 });
    const before = produced(proxy);
    // #region linger
    const linger = { batchSize, batchTime: 300 };
    const stream = producer.asStream({ ...linger, acks: -1 });
    const began = performance.now();
    const answered: number[] = [];
    stream.on('flush', ({ count }) => {
      answered.push(...Array(count).fill(performance.now() - began));
    });
    for (const value of numbered(1, 12, 'view')) {
      stream.write({ topic: topic.name, value });
      if (awaited) await once(stream, 'flush');
    }
    // #endregion
    await lab.eventually('all twelve are answered', () => answered.length === 12);
    const after = (i: number) => Math.round(answered[i] ?? 0);
    return { requests: produced(proxy) - before, firstMs: after(0), lastMs: after(11) };
  },
  expect: {
    treatment: { requests: 1, firstMs: atLeast(300), lastMs: atLeast(300) },
    awaited: { requests: 12, firstMs: atLeast(300), lastMs: atLeast(3_600) },
    ofOne: { requests: 12, firstMs: atMost(299), lastMs: atMost(3_599) },
  },
});
