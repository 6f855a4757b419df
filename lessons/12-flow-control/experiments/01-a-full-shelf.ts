import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// The handler only puts orders on a shelf. The packer who takes them from there is ill for
// sixteen heartbeats, longer than the session. Where do sixty orders wait meanwhile?
export default experiment(lesson, 'a-bounded-consumer-stays-bounded', {
  arms: { treatment: { pauses: true }, control: { pauses: false } },
  async run({ pauses }, lab) {
    const orders = await lab.topic();
    const [topic, groupId] = [orders.name, lab.group('packer')];
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic, messages: numbered(1, 60).map((value) => ({ value })) });
    const member = { groupId, sessionTimeout: 3_000, heartbeatInterval: 200 };
    const consumer = await lab.connect(lab.kafka.consumer(member));
    let [joins, quiet, mostHeld, taken] = [0, 0, 0, 0];
    consumer.on('consumer.group_join', () => void joins++);
    consumer.on('consumer.heartbeat', () => void quiet++);
    await consumer.subscribe({ topic, fromBeginning: true });
    // #region shelf
    const shelf: string[] = [];
    let resume = () => {};
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ message, pause }) => {
        shelf.push(message.offset);
        if (pauses && shelf.length === 10) resume = pause();
        [mostHeld, quiet, taken] = [Math.max(mostHeld, shelf.length), 0, taken + 1];
      },
    });
    // #endregion
    await lab.eventually('sixteen heartbeats with nothing new', () => mostHeld > 0 && quiet > 15);
    const inTheLog = 60 - taken;
    lab.step(`the packer was ill: ${shelf.length} on the shelf, ${inTheLog} in the log`);
    for (let packed = 0; packed < 60; packed++) {
      const order = await lab.eventually('an order on the shelf', () => shelf.shift());
      const offset = `${Number(order) + 1}`;
      await consumer.commitOffsets([{ topic, partition: 0, offset }]);
      if (shelf.length === 5) resume();
    }
    const { redelivered } = await lab.history(orders).counts('redelivered');
    return { mostHeld, inTheLog, joins, taken, redelivered };
  },
  expect: {
    treatment: { mostHeld: 10, inTheLog: 50, joins: 1, taken: 60, redelivered: 0 },
    control: { mostHeld: 60, inTheLog: 0, joins: 1, taken: 60, redelivered: 0 },
  },
});
