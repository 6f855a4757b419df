import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { codecs } from './codecs.ts';
import { pageView } from './page-views.ts';

// The producer packs its page views with gzip. The topic may say something else. Whose word
// counts is written into the header of the batch on the leader's disk.
export default experiment(lesson, 'the-topic-may-pack-again', {
  arms: {
    treatment: { topicSays: 'zstd' },
    unpacked: { topicSays: 'uncompressed' },
    asSent: { topicSays: 'producer' },
  },

  async run({ topicSays }, lab) {
    const config = { 'compression.type': topicSays };
    const topic = await lab.topic({ title: 'page-views', config });
    const producer = await lab.connect(lab.kafka.producer());
    const messages = Array.from({ length: 30 }, (_, i) => ({ value: pageView(i) }));
    await producer.send({ topic: topic.name, compression: codecs.gzip, messages });

    const stored = (await lab.batchesOf(topic)).map(({ codec }) => codec);
    const readable = (await lab.readAll(topic)).length;
    return { sent: 'gzip', stored, readable };
  },

  expect: {
    treatment: { sent: 'gzip', stored: ['zstd'], readable: 30 },
    unpacked: { sent: 'gzip', stored: ['none'], readable: 30 },
    asSent: { sent: 'gzip', stored: ['gzip'], readable: 30 },
  },
});
