import { experiment, numbered } from '@proving/lab';
import type { EachMessageHandler } from 'kafkajs';
import lesson from '../lesson.ts';
import { place } from './place.ts';

// The handler only puts orders on a shelf. The packer who takes them from there is ill for
// sixteen heartbeats, longer than the session. Where do sixty orders wait meanwhile?
export default experiment(lesson, 'a-bounded-consumer-stays-bounded', {
  arms: { treatment: { pauses: true }, control: { pauses: false } },
  async run({ pauses }, lab) {
    const orders = await lab.topic();
    await place(lab, orders, numbered(1, 60));
    const as = { groupId: lab.group('packer'), sessionTimeout: 3_000, heartbeatInterval: 200 };
    const consumer = await lab.connect(lab.kafka.consumer(as));
    let [joins, quiet, mostHeld] = [0, 0, 0];
    consumer.on('consumer.group_join', () => void joins++);
    consumer.on('consumer.heartbeat', () => void quiet++);
    await consumer.subscribe({ topic: orders.name, fromBeginning: true });
    // #region shelf
    const shelf: string[] = [];
    let resume = () => {};
    const take: EachMessageHandler = async ({ message, pause }) => {
      mostHeld = Math.max(mostHeld, shelf.push(message.offset));
      if (pauses && shelf.length === 10) resume = pause();
      quiet = 0;
    };
    await consumer.run({ autoCommit: false, eachMessage: take });
    // #endregion
    await lab.eventually('sixteen quiet heartbeats', () => mostHeld > 0 && quiet > 15);
    const inLog = 60 - shelf.length;
    lab.step(`${shelf.length} on the shelf, ${inLog} in the log; the packer is well again`);
    for (let packed = 0; packed < 60; packed++) {
      await lab.eventually('an order on the shelf', () => shelf.shift());
      if (shelf.length === 5) resume();
    }
    return { mostHeld, inLog, joins, ...(await lab.history(orders).counts('redelivered')) };
  },
  expect: {
    treatment: { mostHeld: 10, inLog: 50, joins: 1, redelivered: 0 },
    control: { mostHeld: 60, inLog: 0, joins: 1, redelivered: 0 },
  },
});
