import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// A packer and an auditor read one topic of two partitions, in two groups or in one. Before
// the first order comes the auditor pauses. Ten orders go into each partition; the packer is
// done when it has ten for each partition that it was given.
export default experiment(lesson, 'groups-do-not-see-each-other', {
  arms: { treatment: { auditorIn: 'audit' }, control: { auditorIn: 'packing' } },

  async run({ auditorIn }, lab) {
    const orders = await lab.topic({ partitions: 2 });
    const topic = orders.name;
    const groups = { packing: lab.group('packing'), audit: lab.group('audit') };
    const startReading = async (clientId: string, groupId: string) => {
      const kafka = lab.kafkaWith({ clientId });
      const reader = await lab.connect(kafka.consumer({ groupId, heartbeatInterval: 100 }));
      const work = { reader, owned: 0, read: 0 };
      reader.on('consumer.group_join', ({ payload }) => {
        work.owned = payload.memberAssignment[topic]?.length ?? 0;
      });
      await reader.subscribe({ topic, fromBeginning: true });
      await reader.run({ eachMessage: async () => void work.read++ });
      return work;
    };
    const packer = await startReading('packer', groups.packing);
    const auditor = await startReading('auditor', groups[auditorIn]);
    await lab.groupIsStable(groups[auditorIn], auditorIn === 'audit' ? 1 : 2);
    auditor.reader.pause([{ topic }]);

    const messages = numbered(1, 20).map((value) => ({ value }));
    await (await lab.connect(lab.kafka.producer())).send({ topic, messages });
    await lab.eventually('the packer is done', () => packer.read >= 10 * packer.owned);
    return { packed: packer.read, audited: auditor.read };
  },

  expect: {
    treatment: { packed: 20, audited: 0 },
    control: { packed: 10, audited: 0 },
  },
});
