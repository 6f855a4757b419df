import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// Thirty orders without keys, ten in each of three partitions. Every packer of the group has
// been told what he owns before they are sent. When they are packed, a packer who had work
// leaves, and thirty more come.
export default experiment(lesson, 'one-owner-per-partition', {
  arms: { treatment: { packers: 4 }, control: { packers: 3 } },

  async run({ packers }, lab) {
    const orders = await lab.topic({ partitions: 3 });
    const groupId = lab.group('packers');
    const packed: Record<string, number> = {};
    // #region packer
    const startPacking = async (name: string) => {
      const kafka = lab.kafkaWith({ clientId: name });
      const packer = await lab.connect(kafka.consumer({ groupId, heartbeatInterval: 100 }));
      await packer.subscribe({ topic: orders.name, fromBeginning: true });
      await packer.run({ eachMessage: async () => void (packed[name] = (packed[name] ?? 0) + 1) });
      return { name, packer };
    };
    // #endregion
    const hall = await Promise.all(numbered(1, packers, 'packer').map(startPacking));
    const producer = await lab.connect(lab.kafka.producer());
    const packAll = async (values: string[]) => {
      await lab.groupIsStable(groupId, hall.length);
      hall.forEach(({ name }) => (packed[name] = 0));
      const messages = values.map((value) => ({ value }));
      await producer.send({ topic: orders.name, messages });
      const isPacked = async () => (await lab.lagOf(groupId, orders)).every((of) => of.lag === 0);
      await lab.eventually('all are packed', isPacked);
      return hall.map(({ name }) => packed[name] ?? 0).toSorted((a, b) => a - b);
    };
    const before = await packAll(numbered(1, 30));
    const leaves = hall.findIndex(({ name }) => packed[name]);
    await hall.splice(leaves, 1)[0]?.packer.disconnect();
    const after = await packAll(numbered(31, 60));
    return { fewest: Math.min(...before), before, after };
  },

  expect: {
    treatment: { fewest: 0, before: [0, 10, 10, 10], after: [10, 10, 10] },
    control: { fewest: 10, before: [10, 10, 10], after: [10, 20] },
  },
});
