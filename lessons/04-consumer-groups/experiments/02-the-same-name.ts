import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { startReading } from './member.ts';

// Two programs read one topic of two partitions. The second was copied from the first; the arms
// differ in whether somebody changed the line that says who it is. Both are looked at when no
// group has anything left to read: its committed offsets are the ends of the partitions.
export default experiment(lesson, 'a-group-is-an-identity', {
  arms: { treatment: { billingIs: 'packing' }, control: { billingIs: 'billing' } },

  async run({ billingIs }, lab) {
    const orders = await lab.topic({ partitions: 2 });
    const topic = orders.name;
    const groups = { packing: lab.group('packing'), billing: lab.group('billing') };

    const packing = { name: 'packing', topic, groupId: groups.packing };
    const billing = { name: 'billing', topic, groupId: groups[billingIs] };
    const packer = await startReading(lab, packing);
    const biller = await startReading(lab, billing);
    const ids = [...new Set([packing.groupId, billing.groupId])];
    for (const id of ids) await lab.groupIsStable(id, 2 / ids.length);

    const producer = await lab.connect(lab.kafka.producer());
    const messages = numbered(1, 20).map((value) => ({ value }));
    await producer.send({ topic, messages });

    const admin = await lab.connect(lab.kafka.admin());
    const toTheEnd = async (groupId: string) => {
      const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
      return committed?.partitions.every(({ offset }) => offset === '10');
    };
    for (const id of ids) await lab.eventually('all is read', () => toTheEnd(id));
    return { packed: packer.read, billed: biller.read };
  },

  expect: {
    treatment: { packed: 10, billed: 10 },
    control: { packed: 20, billed: 20 },
  },
});
