import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// The packers read ten orders and go on holiday; five more arrive. Brokers drop a position 7 days
// after its group was left; here an admin client does. When the first fetch after the holiday is
// back, order 16 arrives. How many orders does the group get after its return?
export default experiment(lesson, 'reset-only-without-a-position', {
  arms: {
    treatment: { position: 'dropped', fromBeginning: true },
    kept: { position: 'kept', fromBeginning: true },
    end: { position: 'dropped', fromBeginning: false },
  },
  async run({ position, fromBeginning: after }, lab) {
    const orders = await lab.topic();
    const { leader } = await orders.partition(0);
    const groupId = lab.group('packers');
    const producer = await lab.connect(lab.kafka.producer());
    const send = (values: string[]) =>
      producer.send({ topic: orders.name, messages: values.map((value) => ({ value })) });

    const read: string[] = [];
    const work = async (fromBeginning: boolean) => {
      const fetched = new Set<number>();
      const packers = await lab.connect(lab.kafka.consumer({ groupId }));
      packers.on('consumer.fetch', ({ payload }) => fetched.add(Number(payload.nodeId)));
      await packers.subscribe({ topic: orders.name, fromBeginning });
      await packers.run({
        eachMessage: async ({ message }) => void read.push(`${message.value}`),
      });
      await lab.eventually('the first fetch is back', () => fetched.has(leader));
      return packers;
    };
    await send(numbered(1, 10));
    const packers = await work(true);
    await lab.eventually('order 10 has been read', () => read.includes('order 10'));
    await packers.disconnect();
    // #region drop
    const admin = await lab.connect(lab.kafka.admin());
    if (position === 'dropped') await admin.deleteGroups([groupId]);
    // #endregion
    await send(numbered(11, 15));
    await work(after);
    await send(['order 16']);
    await lab.eventually('order 16 has been read', () => read.includes('order 16'));
    return { gotAfter: read.length - 10 };
  },
  expect: { treatment: { gotAfter: 16 }, kept: { gotAfter: 6 }, end: { gotAfter: 1 } },
});
