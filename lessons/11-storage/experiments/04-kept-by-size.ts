import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { retentionCheckHasPassed } from './retention-check.ts';

// Twelve catalogues of 600 kB, 7.2 MB in all, and a limit of 2.5 MB. The topic has three
// partitions or one; a segment of 1 MiB has room for one catalogue. Then a retention check goes
// by. (And somebody asks for segments of 100 bytes, as old tutorials do.)
export default experiment(lesson, 'a-limit-is-per-partition', {
  arms: { treatment: { partitions: 3 }, control: { partitions: 1 } },

  async run({ partitions }, lab) {
    const config = { 'retention.bytes': '2500000', 'segment.bytes': '1048576' };
    const oneBroker = lab.cluster.brokers.slice(0, 1);
    const assignment = Array.from({ length: partitions }, () => oneBroker);
    const catalogues = await lab.topic({ title: 'catalogues', assignment, config });

    const admin = await lab.connect(lab.kafka.admin());
    const configEntries = [{ name: 'segment.bytes', value: '100' }];
    const demo = { topic: lab.topicName('demo'), configEntries };
    const segmentsOf100Bytes = await admin.createTopics({ topics: [demo] }).then(
      () => 'made',
      (error) => error.errors[0].type,
    );
    const producer = await lab.connect(lab.kafka.producer());
    for (const [i, value] of numbered(1, 12, 'catalogue').entries()) {
      const messages = [{ value: value.padEnd(600_000, '.'), partition: i % partitions }];
      await producer.send({ topic: catalogues.name, messages });
    }
    for (let i = 0; i < partitions; i++) await lab.segmentsOf(catalogues, i);
    await retentionCheckHasPassed(lab, catalogues, producer);
    for (let i = 0; i < partitions; i++) await lab.segmentsOf(catalogues, i);
    return { segmentsOf100Bytes, left: (await lab.readAll(catalogues)).length };
  },

  expect: {
    treatment: { segmentsOf100Bytes: 'INVALID_CONFIG', left: 12 },
    control: { segmentsOf100Bytes: 'INVALID_CONFIG', left: 5 },
  },
});
