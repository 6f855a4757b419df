import { experiment } from '@proving/lab';
import type { Message } from 'kafkajs';
import lesson from '../lesson.ts';
import { codecs } from './codecs.ts';
import { report } from './page-views.ts';

// Eight reports of 200 kB. A topic takes a megabyte unless it says otherwise: each report is
// far below that, and the eight together are above it. Three arms look for a way out.
export default experiment(lesson, 'one-limit-after-another', {
  arms: {
    treatment: { perSend: 8, codec: 'none', limit: '1048588' },
    split: { perSend: 4, codec: 'none', limit: '1048588' },
    compressed: { perSend: 8, codec: 'gzip', limit: '1048588' },
    raised: { perSend: 8, codec: 'none', limit: '2097152' },
  },
  async run({ perSend, codec, limit }, lab) {
    const config = { 'max.message.bytes': limit };
    const topic = await lab.topic({ title: 'reports', config });
    const producer = await lab.connect(lab.kafka.producer());
    const reports = Array.from({ length: 8 }, (_, i) => ({ value: report(i, 200_000) }));

    const send = (messages: Message[]) =>
      producer.send({ topic: topic.name, compression: codecs[codec], messages });
    const told = [];
    while (reports.length > 0)
      told.push(await send(reports.splice(0, perSend)).then(() => 'ok', typeOf));
    const batches = await lab.batchesOf(topic);
    return { told, batches: batches.map((batch) => `${batch.records} ${batch.codec}`) };
  },
  expect: {
    treatment: { told: ['MESSAGE_TOO_LARGE'], batches: [] },
    split: { told: ['ok', 'ok'], batches: ['4 none', '4 none'] },
    compressed: { told: ['ok'], batches: ['8 gzip'] },
    raised: { told: ['ok'], batches: ['8 none'] },
  },
});

const typeOf = (failure: { type: string }) => failure.type;
