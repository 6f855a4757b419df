import { atLeast, atMost, experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { type Codec, codecs, percentOfEach } from './codecs.ts';
import { noise, pageView } from './page-views.ts';

// Thirty page views are sent once with each codec, to a partition of its own, and the batches
// on the disk are weighed, in percent of what they weigh uncompressed. Thirty views repeat each
// other, one view repeats little of itself, and noise repeats nothing.
export default experiment(lesson, 'compression-works-on-batches', {
  arms: {
    treatment: { values: 'page views', perSend: 30 },
    alone: { values: 'page views', perSend: 1 },
    noise: { values: 'noise', perSend: 30 },
  },
  async run({ values, perSend }, lab) {
    const topic = await lab.topic({ title: 'page-views', partitions: 5, replicas: 1 });
    const producer = await lab.connect(lab.kafka.producer());
    const value = values === 'noise' ? noise : pageView;

    const bytes = { none: 0, gzip: 0, snappy: 0, lz4: 0, zstd: 0 };
    for (const [codec, compression] of Object.entries(codecs)) {
      const partition = compression;
      const views = Array.from({ length: 30 }, (_, i) => ({ partition, value: value(i) }));
      while (views.length > 0) {
        const messages = views.splice(0, perSend);
        await producer.send({ topic: topic.name, compression, messages });
      }
      for (const batch of await lab.batchesOf(topic, partition))
        bytes[codec as Codec] += batch.bytes;
    }
    const percent = (codec: Codec) => Math.round((100 * bytes[codec]) / bytes.none);
    return { perSend, ...percentOfEach(percent) };
  },
  expect: {
    treatment: { perSend: 30, ...percentOfEach(() => atMost(50)) },
    alone: { perSend: 1, ...percentOfEach(() => atLeast(75)) },
    noise: { perSend: 30, ...percentOfEach(() => atLeast(95)) },
  },
});
