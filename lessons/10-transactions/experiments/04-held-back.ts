import { experiment } from '@proving/lab';
import type { Message } from 'kafkajs';
import lesson from '../lesson.ts';
import { begin, to } from './begin.ts';

// A slow transaction has sent order 2 and goes on thinking. Behind it a quick one writes to both
// partitions and commits, and order 5 is sent plainly. When all of it is in the log, a consumer
// asks the leader of partition 0 three times. What has it read?
export default experiment(lesson, 'an-open-transaction-holds-everyone-back', {
  arms: {
    treatment: { readUncommitted: false, slow: 'open' },
    uncommitted: { readUncommitted: true, slow: 'open' },
    ended: { readUncommitted: false, slow: 'ended' },
  },
  async run({ readUncommitted, slow }, lab) {
    const orders = await lab.topic({ partitions: 2 });
    const plain = await lab.connect(lab.kafka.producer());
    const send = (message: Message) => plain.send({ topic: orders.name, messages: [message] });
    // #region write
    await send(to(0, 'order 1'));
    const thinking = await begin(lab, 'slow', orders, to(0, 'order 2'));
    if (slow === 'ended') await thinking.commit();
    const halves = [to(0, 'order 3'), to(1, 'order 4')];
    await (await begin(lab, 'quick', orders, ...halves)).commit();
    await send(to(0, 'order 5'));
    // #endregion
    await orders.endsAt(slow === 'ended' ? 6 : 5, 2);
    const [read, asked, groupId] = [[] as string[], [] as number[], lab.group('packing')];
    const reader = await lab.connect(lab.kafka.consumer({ groupId, readUncommitted }));
    reader.on(reader.events.FETCH, ({ payload }) => asked.push(Number(payload.nodeId)));
    await reader.subscribe({ topic: orders.name, fromBeginning: true });
    await reader.run({
      eachMessage: async ({ message }) => void read.push(`${message.value}`),
    });
    const { leader } = await orders.partition(0);
    const thrice = () => read.includes('order 4') && asked.filter((id) => id === leader)[2];
    await lab.eventually('the leader of partition 0 has been asked three times', thrice);
    const lastStable = (await orders.offsets())[0]?.lastStable ?? null;
    return { lastStable, read: read.toSorted().join(', ') };
  },
  expect: {
    treatment: { lastStable: 1, read: 'order 1, order 4' },
    uncommitted: { lastStable: 1, read: 'order 1, order 2, order 3, order 4, order 5' },
    ended: { lastStable: 6, read: 'order 1, order 2, order 3, order 4, order 5' },
  },
});
