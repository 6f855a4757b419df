import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { begin, plainly, to } from './begin.ts';
import { askedThrice } from './readers.ts';

// A slow transaction has sent order 2 and is still open. Behind it a quick one writes to both
// partitions and commits, and order 5 is sent plainly. What does a consumer get now?
export default experiment(lesson, 'an-open-transaction-holds-everyone-back', {
  arms: {
    treatment: { readUncommitted: false, slow: 'open' },
    uncommitted: { readUncommitted: true, slow: 'open' },
    ended: { readUncommitted: false, slow: 'ended' },
  },
  async run({ readUncommitted, slow }, lab) {
    const orders = await lab.topic({ partitions: 2 });
    const send = await plainly(lab, orders);
    // #region write
    await send(to(0, 'order 1'));
    const thinking = await begin(lab, 'slow', orders, to(0, 'order 2'));
    if (slow === 'ended') await thinking.commit();
    const halves = [to(0, 'order 3'), to(1, 'order 4')];
    await (await begin(lab, 'quick', orders, ...halves)).commit();
    await send(to(0, 'order 5'));
    // #endregion
    await orders.endsAt(slow === 'ended' ? 6 : 5, 2);
    const [read, groupId] = [[] as string[], lab.group('packing')];
    const reader = await lab.connect(lab.kafka.consumer({ groupId, readUncommitted }));
    await reader.subscribe({ topic: orders.name, fromBeginning: true });
    await reader.run({
      eachMessage: async ({ message }) => void read.push(`${message.value}`),
    });
    await askedThrice(lab, reader, (await orders.partition(0)).leader);
    await lab.eventually('order 4 has been read', () => read.includes('order 4'));
    const lastStable = (await orders.offsets())[0]?.lastStable ?? null;
    return { lastStable, read: read.toSorted().join(', ') };
  },
  expect: {
    treatment: { lastStable: 1, read: 'order 1, order 4' },
    uncommitted: { lastStable: 1, read: 'order 1, order 2, order 3, order 4, order 5' },
    ended: { lastStable: 6, read: 'order 1, order 2, order 3, order 4, order 5' },
  },
});
