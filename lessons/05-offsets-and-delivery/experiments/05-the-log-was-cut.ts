import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// Twenty orders, and a packer that has committed offset 3 when it is switched off. Meanwhile the
// ten oldest are deleted, as retention would. Offset 3 is gone: what does the packer say, and
// where does it go on? Its second fetch after that knows; only then is order 21 sent.
export default experiment(lesson, 'gaps-are-silent', {
  arms: { treatment: { fromBeginning: false }, control: { fromBeginning: true } },

  async run({ fromBeginning }, lab) {
    const orders = await lab.topic();
    const topic = orders.name;
    const { leader } = await orders.partition(0);
    const groupId = lab.group('packer');
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic, messages: numbered(1, 20).map((value) => ({ value })) });
    // #region cut
    const at3 = { name: topic, partitionOffsets: [{ partition: 0, offset: 3n }] };
    const { platformatic } = lab;
    await platformatic.admin().alterConsumerGroupOffsets({ groupId, topics: [at3] });
    const admin = await lab.connect(lab.kafka.admin());
    await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '10' }] });
    // #endregion
    const read: string[] = [];
    const told: unknown[] = [];
    const fetches: unknown[] = [];
    const packer = await lab.connect(lab.kafka.consumer({ groupId }));
    packer.on('consumer.crash', (crash) => told.push(crash));
    packer.on('consumer.fetch', ({ payload }) => fetches.push(payload.nodeId));
    await packer.subscribe({ topic, fromBeginning });
    await packer.run({
      eachMessage: async ({ message }) => void read.push(`${message.value}`),
    });
    const ofLeader = () => fetches.filter((broker) => Number(broker) === leader);
    await lab.eventually('two fetches are back', () => ofLeader().length >= 2);
    await producer.send({ topic, messages: [{ value: 'order 21' }] });
    await lab.eventually('order 21 has been read', () => read.includes('order 21'));
    const { undelivered } = await lab.history(orders).counts('undelivered');
    return { read: read.length, leftUnread: undelivered, told: told.length };
  },
  expect: {
    treatment: { read: 1, leftUnread: 10, told: 0 },
    control: { read: 11, leftUnread: 0, told: 0 },
  },
});
