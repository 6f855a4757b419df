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
    const work = async (from: boolean, waiting: string[], newest: string) => {
      await send(waiting);
      const read: string[] = [];
      const fetched = new Set<number>();
      const packers = await lab.connect(lab.kafka.consumer({ groupId }));
      packers.on('consumer.fetch', ({ payload }) => fetched.add(Number(payload.nodeId)));
      await packers.subscribe({ topic: orders.name, fromBeginning: from });
      await packers.run({ eachMessage: async (it) => void read.push(`${it.message.value}`) });
      await lab.eventually('the first fetch is back', () => fetched.has(leader));
      await send([newest]);
      await lab.eventually(`${newest} has been read`, () => read.includes(newest));
      await packers.disconnect();
      return read.length;
    };
    await work(true, numbered(1, 9), 'order 10');
    // #region drop
    const admin = await lab.connect(lab.kafka.admin());
    if (position === 'dropped') await admin.deleteGroups([groupId]);
    // #endregion
    lab.step(`on holiday; the position of packers is ${position}`);
    return { gotAfter: await work(fromBeginning, numbered(11, 15), 'order 16') };
  },
  expect: { treatment: { gotAfter: 16 }, kept: { gotAfter: 6 }, end: { gotAfter: 1 } },
});
