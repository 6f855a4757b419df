import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { firstSegment } from './first-segment.ts';
import { entriesIn, find } from './sparse-index.ts';

// Two hundred orders of 500 bytes. A reader asks for offset 150: how does a broker find it in a
// file? By the index, then batch by batch. A batch with one order is 570 bytes, so after eight
// of them more than 4096 have been written and the ninth gets an entry.
export default experiment(lesson, 'the-index-is-sparse', {
  arms: {
    treatment: { interval: '4096', perSend: 1 },
    dense: { interval: '0', perSend: 1 },
    batched: { interval: '4096', perSend: 50 },
  },

  async run({ interval, perSend }, lab) {
    const config = { 'index.interval.bytes': interval };
    const orders = await lab.topic({ replicas: 1, config });
    const producer = await lab.connect(lab.kafka.producer());
    const messages = numbered(1, 200).map((value) => ({ value: value.padEnd(500, '.') }));
    while (messages.length > 0)
      await producer.send({ topic: orders.name, messages: messages.splice(0, perSend) });

    const { log, index } = await firstSegment(lab, orders);
    const entries = entriesIn(index);
    const { batch, looked } = find(150, entries, log);
    const found = log.subarray(batch.at, batch.at + batch.bytes).includes('order 151.');
    const batches = (await lab.batchesOf(orders)).length;
    lab.step(`offset 150: ${looked} of ${batches} batches looked at`);
    return { batches, entries: entries.length, batchesLookedAt: looked, found };
  },

  expect: {
    treatment: { batches: 200, entries: 24, batchesLookedAt: 7, found: true },
    dense: { batches: 200, entries: 199, batchesLookedAt: 1, found: true },
    batched: { batches: 4, entries: 3, batchesLookedAt: 2, found: true },
  },
});
