import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { startReading } from './member.ts';

// A packer and an auditor read one topic of two partitions, in two groups or in one. Before the
// first order comes the auditor pauses. Ten orders go into each partition; the packer is done
// when it has committed those of the partitions that it was given.
export default experiment(lesson, 'groups-do-not-see-each-other', {
  arms: { treatment: { auditorIn: 'audit' }, control: { auditorIn: 'packing' } },

  async run({ auditorIn }, lab) {
    const orders = await lab.topic({ partitions: 2 });
    const topic = orders.name;
    const groups = { packing: lab.group('packing'), audit: lab.group('audit') };
    const groupId = groups[auditorIn];
    const packer = await startReading(lab, { name: 'packer', topic, groupId: groups.packing });
    const auditor = await startReading(lab, { name: 'auditor', topic, groupId });
    await lab.groupIsStable(groupId, groupId === groups.audit ? 1 : 2);

    auditor.consumer.pause([{ topic }]);
    const producer = await lab.connect(lab.kafka.producer());
    const messages = numbered(1, 20).map((value) => ({ value }));
    await producer.send({ topic, messages });

    const lagOf = async (id: string) => {
      const lags = await lab.lagOf(id, orders);
      return lags.reduce((sum, of) => sum + of.logEnd - (of.committed ?? 0), 0);
    };
    const isDone = async () => (await lagOf(groups.packing)) === 20 - 10 * packer.owned;
    await lab.eventually('the packer is done', isDone);
    return { packed: packer.read, audited: auditor.read, auditorsLag: await lagOf(groupId) };
  },

  expect: {
    treatment: { packed: 20, audited: 0, auditorsLag: 20 },
    control: { packed: 10, audited: 0, auditorsLag: 10 },
  },
});
