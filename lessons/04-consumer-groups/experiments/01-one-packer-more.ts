import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { startReading } from './member.ts';

// Thirty orders without keys, ten in each of three partitions. When all are packed, a packer
// that had work leaves, the group deals anew, and thirty more orders come.
export default experiment(lesson, 'one-owner-per-partition', {
  arms: { treatment: { packers: 4 }, control: { packers: 3 } },

  async run({ packers }, lab) {
    const orders = await lab.topic({ partitions: 3 });
    const topic = orders.name;
    const groupId = lab.group('packing');
    // #region hall
    const start = (name: string) => startReading(lab, { name, topic, groupId });
    const names = numbered(1, packers, 'packer');
    const hall = await Promise.all(names.map(start));
    // #endregion
    const producer = await lab.connect(lab.kafka.producer());
    const admin = await lab.connect(lab.kafka.admin());
    const packAll = async (values: string[], end: string) => {
      await lab.groupIsStable(groupId, hall.length);
      for (const packer of hall) packer.read = 0;
      await producer.send({ topic, messages: values.map((value) => ({ value })) });
      const committed = async () => (await admin.fetchOffsets({ groupId, topics: [topic] }))[0];
      const isPacked = async () =>
        (await committed())?.partitions.every((p) => p.offset === end);
      await lab.eventually('all is packed and committed', isPacked);
      return hall.map(({ read }) => read).sort((a, b) => a - b);
    };
    const first = await packAll(numbered(1, 30), '10');
    const leaves = hall.findIndex(({ read }) => read > 0);
    await hall.splice(leaves, 1)[0]?.consumer.disconnect();
    const second = await packAll(numbered(31, 60), '20');
    return { fewest: Math.min(...first), first, second };
  },
  expect: {
    treatment: { fewest: 0, first: [0, 10, 10, 10], second: [10, 10, 10] },
    control: { fewest: 10, first: [10, 10, 10], second: [10, 20] },
  },
});
