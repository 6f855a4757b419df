import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// The packers read ten orders and leave. Then an eleventh is sent, and somebody reads until
// that one arrives: billing, a group that was never here, or the packers again. What is left?
export default experiment(lesson, 'reading-consumes-nothing', {
  arms: { treatment: { second: 'billing' }, control: { second: 'packing' } },
  async run({ second }, lab) {
    const orders = await lab.topic();
    const groups = { packing: lab.group('packing'), billing: lab.group('billing') };
    const producer = await lab.connect(lab.kafka.producer());
    const send = (values: string[]) =>
      producer.send({ topic: orders.name, messages: values.map((value) => ({ value })) });
    const readUntil = async (last: string, groupId: string) => {
      const read: string[] = [];
      // #region read
      const reader = await lab.connect(lab.kafka.consumer({ groupId }));
      await reader.subscribe({ topic: orders.name, fromBeginning: true });
      await reader.run({
        eachMessage: async ({ message }) => {
          read.push(`${message.value}`);
        },
      });
      // #endregion
      await lab.eventually(`${last} has been read`, () => read.includes(last));
      await reader.disconnect();
      return read.length;
    };
    await send(numbered(1, 10));
    const first = await readUntil('order 10', groups.packing);
    await send(['order 11']);
    const next = await readUntil('order 11', groups[second]);
    return { first, second: next, ...(await lab.history(orders).counts('stored')) };
  },

  expect: {
    treatment: { first: 10, second: 11, stored: 11 },
    control: { first: 10, second: 1, stored: 11 },
  },
});
