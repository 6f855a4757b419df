import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';

// One producer writes three orders, each in a transaction of its own. The second is aborted,
// as when a payment fails. All three are in the log; who gets to see the second?
export default experiment(lesson, 'read-committed-hides-aborted', {
  arms: { treatment: { readUncommitted: false }, control: { readUncommitted: true } },

  async run({ readUncommitted }, lab) {
    const orders = await lab.topic();
    const topic = orders.name;
    // #region write
    const transactionalId = lab.transactionalId('checkout');
    const must = { idempotent: true, maxInFlightRequests: 1 };
    const checkout = lab.kafka.producer({ transactionalId, ...must });
    const producer = await lab.connect(checkout);
    const write = async (value: string, end: 'commit' | 'abort') => {
      const transaction = await producer.transaction();
      await transaction.send({ topic, messages: [{ value }] });
      await transaction[end]();
    };
    await write('order 1', 'commit');
    await write('order 2', 'abort');
    await write('order 3', 'commit');
    // #endregion
    const read = new Map<string, number>();
    const as = { groupId: lab.group('packing'), readUncommitted };
    const reader = await lab.connect(lab.kafka.consumer(as));
    await reader.subscribe({ topic, fromBeginning: true });
    await reader.run({
      eachMessage: async ({ message: m }) => void read.set(`${m.value}`, Number(m.offset)),
    });
    await lab.eventually('order 3 has been read', () => read.has('order 3'));
    await orders.endsAt(6);
    return { read: [...read.keys()].join(', '), order3At: read.get('order 3') ?? null };
  },

  expect: {
    treatment: { read: 'order 1, order 3', order3At: 4 },
    control: { read: 'order 1, order 2, order 3', order3At: 4 },
  },
});
