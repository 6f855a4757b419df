import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';

// Three topics of one partition each, three clerks in one group: enough for all. Here the
// broker deals (KIP-848), with Kafka's own strategies. When the group has settled, each clerk
// says how many of the three partitions it owns.
export default experiment(lesson, 'range-starts-over-with-each-topic', {
  arms: { treatment: { strategy: 'range' }, control: { strategy: 'uniform' } },

  async run({ strategy }, lab) {
    const topics: string[] = [];
    for (const title of ['orders', 'payments', 'shipments'])
      topics.push((await lab.topic({ title, partitions: 1 })).name);
    const groupId = lab.group('clerk');
    // #region clerk
    const startClerk = async () => {
      const clerk = lab.platformatic.consumer({
        groupId,
        groupProtocol: 'consumer',
        groupRemoteAssignor: strategy,
      });
      await clerk.consume({ topics, mode: 'earliest' });
      return clerk;
    };
    // #endregion
    const clerks = [await startClerk(), await startClerk(), await startClerk()];
    await lab.groupIsStable(groupId, clerks.length);

    const owned = clerks.map(({ assignments }) => assignments?.length ?? 0).sort();
    return { owned, idle: owned.filter((topics) => topics === 0).length };
  },

  expect: {
    treatment: { owned: [0, 0, 3], idle: 2 },
    control: { owned: [1, 1, 1], idle: 0 },
  },
});
