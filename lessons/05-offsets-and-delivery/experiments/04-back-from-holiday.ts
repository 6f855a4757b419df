import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// The packers read ten orders and go on holiday; five more come in. Brokers drop a position
// seven days after its group was left, here an admin client does. What do the packers get then?
export default experiment(lesson, 'reset-only-without-a-position', {
  arms: {
    treatment: { position: 'dropped', fromBeginning: true },
    kept: { position: 'kept', fromBeginning: true },
    end: { position: 'dropped', fromBeginning: false },
  },
  async run({ position, fromBeginning }, lab) {
    const orders = await lab.topic();
    const { leader } = await orders.partition(0);
    const groupId = lab.group('packers');
    const producer = await lab.connect(lab.kafka.producer());
    const send = (values: string[]) =>
      producer.send({ topic: orders.name, messages: values.map((value) => ({ value })) });
    const workUntil = async (newest: string, begin: { fromBeginning: boolean }) => {
      const read: string[] = [];
      const fetched = new Set<number>();
      const packers = await lab.connect(lab.kafka.consumer({ groupId }));
      packers.on('consumer.fetch', ({ payload }) => fetched.add(Number(payload.nodeId)));
      await packers.subscribe({ topic: orders.name, ...begin });
      await packers.run({ eachMessage: async (it) => void read.push(`${it.message.value}`) });
      await lab.eventually('the first fetch is back', () => fetched.has(leader));
      await send([newest]);
      await lab.eventually(`${newest} has been read`, () => read.includes(newest));
      await packers.disconnect();
      return read.length;
    };
    await send(numbered(1, 9));
    await workUntil('order 10', { fromBeginning: true });
    // #region drop
    const admin = await lab.connect(lab.kafka.admin());
    if (position === 'dropped') await admin.deleteGroups([groupId]);
    // #endregion
    await send(numbered(11, 15));
    return { gotAfter: await workUntil('order 16', { fromBeginning }) };
  },
  expect: { treatment: { gotAfter: 16 }, kept: { gotAfter: 6 }, end: { gotAfter: 1 } },
});
