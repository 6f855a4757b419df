import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';

// Three topics of one partition each, three clerks in one group: enough for all. Here the
// broker deals (KIP-848), with Kafka's own strategies. When the group has settled, one
// record goes into each topic, and whoever owns its partition reads it.
export default experiment(lesson, 'range-starts-over-with-each-topic', {
  arms: { treatment: { strategy: 'range' }, control: { strategy: 'uniform' } },

  async run({ strategy }, lab) {
    const titles = ['orders', 'payments', 'shipments'];
    const made = await Promise.all(titles.map((title) => lab.topic({ title })));
    const topics = made.map(({ name }) => name);
    const groupId = lab.group('clerk');
    const read: string[] = [];
    // #region clerk
    const startClerk = async () => {
      const clerk = lab.platformatic.consumer({
        groupId,
        groupProtocol: 'consumer',
        groupRemoteAssignor: strategy,
      });
      const stream = await clerk.consume({ topics, mode: 'earliest' });
      stream.on('data', ({ value }) => read.push(value));
      return clerk;
    };
    // #endregion
    const clerks = [await startClerk(), await startClerk(), await startClerk()];
    await lab.groupIsStable(groupId, clerks.length);
    const producer = await lab.connect(lab.kafka.producer());
    for (const topic of topics) await producer.send({ topic, messages: [{ value: 'one' }] });
    await lab.eventually('all three are read', () => read.length >= 3);
    const owned = clerks.map(({ assignments }) => assignments?.length ?? 0).sort();
    await Promise.all(clerks.map((clerk) => clerk.close(true)));
    return { owned, idle: owned.filter((topics) => topics === 0).length };
  },

  expect: {
    treatment: { owned: [0, 0, 3], idle: 2 },
    control: { owned: [1, 1, 1], idle: 0 },
  },
});
