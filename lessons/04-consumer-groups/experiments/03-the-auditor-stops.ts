import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { startReading } from './member.ts';

// A packer and an auditor read one topic of two partitions, in two groups or in one. When two
// orders have been read the auditor pauses, and ten more go into each partition. The packer is
// done when it has committed those of the partitions that it was given.
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
    const producer = await lab.connect(lab.kafka.producer());
    const send = (values: string[]) =>
      producer.send({ topic, messages: values.map((value) => ({ value })) });
    const lagOf = async (id: string) => {
      const lags = await lab.lagOf(id, orders);
      return lags.reduce((sum, of) => sum + of.logEnd - (of.committed ?? 0), 0);
    };
    const isCalm = async () => (await lagOf(groups.packing)) + (await lagOf(groupId)) === 0;
    await send(numbered(1, 2));
    await lab.eventually('both have read the first two', isCalm);
    auditor.consumer.pause([{ topic }]);
    const before = packer.read;
    await send(numbered(3, 22));
    const isDone = async () => (await lagOf(groups.packing)) === 20 - 10 * packer.owned;
    await lab.eventually('the packer is done', isDone);
    return { packed: packer.read - before, auditorsLag: await lagOf(groupId) };
  },
  expect: {
    treatment: { packed: 20, auditorsLag: 20 },
    control: { packed: 10, auditorsLag: 10 },
  },
});
