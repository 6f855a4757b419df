import { experiment, numbered } from '@proving/lab';
import type { EachMessagePayload, KafkaMessage } from 'kafkajs';
import lesson from '../lesson.ts';
import { overtaken } from './overtaken.ts';
import { takes } from './work.ts';

// Twelve orders of four customers, in one partition. Each customer's first order is large and
// takes 60 ms to pack, the others take 15. Who waits for whom? Labels show what came out when.
const laneOf = {
  customer: (message: KafkaMessage) => `${message.key}`,
  order: (message: KafkaMessage) => `${message.value}`,
  topic: () => 'the only lane',
};

export default experiment(lesson, 'per-key-concurrency-keeps-order', {
  arms: {
    treatment: { by: 'customer' },
    control: { by: 'order' },
    sequential: { by: 'topic' },
  },
  async run({ by }, lab) {
    const [orders, labels] = [await lab.topic(), await lab.topic({ title: 'labels' })];
    const producer = await lab.connect(lab.kafka.producer());
    const ofFour = (value: string, i: number) => ({ key: `customer-${(i % 4) + 1}`, value });
    await producer.send({ topic: orders.name, messages: numbered(1, 12).map(ofFour) });
    const packer = await lab.connect(lab.kafka.consumer({ groupId: lab.group('packer') }));
    await packer.subscribe({ topic: orders.name, fromBeginning: true });
    let [onTables, atOnce, packed] = [0, 0, 0];
    const pack = async ({ key, value, offset }: KafkaMessage) => {
      atOnce = Math.max(atOnce, ++onTables);
      await takes(Number(offset) < 4 ? 60 : 15);
      onTables -= 1;
      await producer.send({ topic: labels.name, messages: [{ key, value }] });
      packed += 1;
    };
    // #region lanes
    const lanes = new Map<string, Promise<void>>();
    const eachMessage = async ({ message }: EachMessagePayload) => {
      const lane = laneOf[by](message);
      const before = lanes.get(lane) ?? Promise.resolve();
      const packing = before.then(() => pack(message));
      lanes.set(lane, packing);
    };
    // #endregion
    await packer.run({ autoCommit: false, eachMessage });
    await lab.eventually('all twelve are packed', () => packed === 12);
    return { atOnce, wrongOrder: overtaken(await lab.readAll(labels)) };
  },
  expect: {
    treatment: { atOnce: 4, wrongOrder: 0 },
    control: { atOnce: 12, wrongOrder: 4 },
    sequential: { atOnce: 1, wrongOrder: 0 },
  },
});
