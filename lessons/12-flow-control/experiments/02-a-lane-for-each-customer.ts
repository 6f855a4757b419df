import { experiment, numbered } from '@proving/lab';
import type { EachMessageHandler, KafkaMessage } from 'kafkajs';
import lesson from '../lesson.ts';
import { overtaken } from './overtaken.ts';
import { place } from './place.ts';
import { takes } from './work.ts';

// Twelve orders of four customers, in one partition. Each customer's first order is large and
// takes 60 ms to pack, the others take 15. Who waits for whom? Labels show what came out when.
export default experiment(lesson, 'per-key-concurrency-keeps-order', {
  arms: { treatment: { by: 'key' }, control: { by: 'value' }, sequential: { by: 'topic' } },
  async run({ by }, lab) {
    const [orders, labels] = [await lab.topic(), await lab.topic({ title: 'labels' })];
    const producer = await place(lab, orders, numbered(1, 12));
    const packer = await lab.connect(lab.kafka.consumer({ groupId: lab.group('packer') }));
    await packer.subscribe({ topic: orders.name, fromBeginning: true });
    let [started, atOnce, packed] = [0, 0, 0];
    const pack = async ({ key, value, offset }: KafkaMessage) => {
      atOnce = Math.max(atOnce, ++started - packed);
      await takes(Number(offset) < 4 ? 60 : 15);
      await producer.send({ topic: labels.name, messages: [{ key, value }] });
      packed += 1;
    };
    // #region lanes
    const lanes = new Map<string, Promise<void>>();
    const begin: EachMessageHandler = async ({ topic, message }) => {
      const lane = String({ topic, ...message }[by]);
      const before = lanes.get(lane) ?? Promise.resolve();
      const packing = before.then(() => pack(message));
      lanes.set(lane, packing);
    };
    // #endregion
    await packer.run({ autoCommit: false, eachMessage: begin });
    await lab.eventually('all twelve are packed', () => packed === 12);
    return { atOnce, wrongOrder: overtaken(await lab.readAll(labels)) };
  },
  expect: {
    treatment: { atOnce: 4, wrongOrder: 0 },
    control: { atOnce: 12, wrongOrder: 4 },
    sequential: { atOnce: 1, wrongOrder: 0 },
  },
});
