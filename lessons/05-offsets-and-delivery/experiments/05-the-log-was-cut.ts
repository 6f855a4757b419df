import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// A group's position is 3; then the ten oldest of twenty orders are deleted, as by retention.
// What is the packer told, and where does it go on? Order 21 is sent when it has a new place.
export default experiment(lesson, 'gaps-are-silent', {
  arms: { treatment: { fromBeginning: false }, control: { fromBeginning: true } },

  async run({ fromBeginning }, lab) {
    const orders = await lab.topic();
    const topic = orders.name;
    const { leader } = await orders.partition(0);
    const groupId = lab.group('packer');
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic, messages: numbered(1, 20).map((value) => ({ value })) });
    const admin = lab.platformatic.admin();
    const at3 = { name: topic, partitionOffsets: [{ partition: 0, offset: 3n }] };
    await admin.alterConsumerGroupOffsets({ groupId, topics: [at3] });
    const below10 = { name: topic, partitions: [{ partition: 0, offset: 10n }] };
    await admin.deleteRecords({ topics: [below10] });
    lab.step('the position of packer is 3; offsets 0 to 9 are deleted');
    const read: string[] = [];
    const told: unknown[] = [];
    const fetches: number[] = [];
    const packer = await lab.connect(lab.kafka.consumer({ groupId }));
    packer.on('consumer.crash', (crash) => told.push(crash));
    packer.on('consumer.fetch', ({ payload }) => fetches.push(Number(payload.nodeId)));
    await packer.subscribe({ topic, fromBeginning });
    await packer.run({ eachMessage: async (each) => void read.push(`${each.message.value}`) });
    await lab.eventually('two fetches', () => fetches.filter((id) => id === leader).length > 1);
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
