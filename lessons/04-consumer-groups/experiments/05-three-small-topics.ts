import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';

// Three topics of one partition each, three clerks in one group: enough for all. Here the
// broker deals (KIP-848), with Kafka's own strategies. One record goes into each topic, and
// whoever reads it owns its partition.
export default experiment(lesson, 'range-starts-over-with-each-topic', {
  arms: { treatment: { strategy: 'range' }, control: { strategy: 'uniform' } },

  async run({ strategy }, lab) {
    const titles = ['orders', 'payments', 'shipments'];
    const made = await Promise.all(titles.map((title) => lab.topic({ title })));
    const topics = made.map(({ name }) => name);
    const groupId = lab.group('clerk');
    // #region clerk
    const startClerk = async () => {
      const clerk = lab.platformatic.consumer({
        groupId,
        groupProtocol: 'consumer',
        groupRemoteAssignor: strategy,
      });
      const stream = await clerk.consume({ topics, mode: 'earliest' });
      const read: string[] = [];
      stream.on('data', ({ topic }) => read.push(topic));
      return { clerk, read };
    };
    // #endregion
    const clerks = [await startClerk(), await startClerk(), await startClerk()];
    await lab.groupIsStable(groupId, 3);

    const producer = await lab.connect(lab.kafka.producer());
    for (const topic of topics) await producer.send({ topic, messages: [{ value: 'one' }] });
    await lab.eventually('all are read', () => clerks.flatMap(({ read }) => read).length >= 3);
    await Promise.all(clerks.map(({ clerk }) => clerk.close(true)));
    const read = clerks.map((clerk) => clerk.read.length).sort();
    return { read, idle: read.filter((records) => !records).length };
  },
  expect: {
    treatment: { read: [0, 0, 3], idle: 2 },
    control: { read: [1, 1, 1], idle: 0 },
  },
});
