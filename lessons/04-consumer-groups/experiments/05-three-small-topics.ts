import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';

// Three topics of one partition each, three clerks in one group: enough for all. Here the
// broker deals (KIP-848), with Kafka's own strategies. Range takes one topic at a time and
// begins with the same clerk again; uniform takes all three partitions together.
export default experiment(lesson, 'range-starts-over-with-each-topic', {
  arms: { treatment: { strategy: 'range' }, control: { strategy: 'uniform' } },

  async run({ strategy }, lab) {
    const titles = ['orders', 'payments', 'shipments'];
    const made = await Promise.all(titles.map((title) => lab.topic({ title, partitions: 1 })));
    const topics = made.map(({ name }) => name);
    const groupId = lab.group('clerks');
    // #region clerks
    const clerks = ['clerk 1', 'clerk 2', 'clerk 3'].map((clientId) =>
      lab.platformatic.consumer({
        clientId,
        groupId,
        groupProtocol: 'consumer',
        groupRemoteAssignor: strategy,
      }),
    );
    for (const clerk of clerks) {
      await clerk.consume({ topics, mode: 'earliest' });
    }
    // #endregion
    await lab.groupIsStable(groupId, clerks.length);

    const owned = clerks.map((clerk) => clerk.assignments?.length ?? 0).sort();
    await Promise.all(clerks.map((clerk) => clerk.close(true)));
    return { owned, idle: owned.filter((topics) => topics === 0).length };
  },

  expect: {
    treatment: { owned: [0, 0, 3], idle: 2 },
    control: { owned: [1, 1, 1], idle: 0 },
  },
});
