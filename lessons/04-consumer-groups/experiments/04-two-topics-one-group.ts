import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// Packing reads orders, billing reads payments, and billing too calls its group shop. Packing
// came first, so it leads the group and deals. Ten records go into each partition; what a
// reader can get is read when it has ten for each partition that it was given.
export default experiment(lesson, 'kafkajs-deals-what-nobody-asked-for', {
  arms: { treatment: { billingIs: 'shop' }, control: { billingIs: 'billing' } },

  async run({ billingIs }, lab) {
    const orders = await lab.topic({ title: 'orders', partitions: 2 });
    const payments = await lab.topic({ title: 'payments', partitions: 2 });
    const groups = { shop: lab.group('shop'), billing: lab.group('billing') };
    const startReading = async (clientId: string, topic: string, groupId: string) => {
      const kafka = lab.kafkaWith({ clientId });
      const reader = await lab.connect(kafka.consumer({ groupId, heartbeatInterval: 100 }));
      const work = { owned: 0, read: 0 };
      reader.on('consumer.group_join', ({ payload }) => {
        work.owned = payload.memberAssignment[topic]?.length ?? 0;
      });
      await reader.subscribe({ topic, fromBeginning: true });
      await reader.run({ eachMessage: async () => void work.read++ });
      return work;
    };
    const packing = await startReading('packing', orders.name, groups.shop);
    const billing = await startReading('billing', payments.name, groups[billingIs]);
    await lab.groupIsStable(groups[billingIs], billingIs === 'shop' ? 2 : 1);

    const producer = await lab.connect(lab.kafka.producer());
    const messages = numbered(1, 20, 'record').map((value) => ({ value }));
    for (const { name } of [orders, payments]) await producer.send({ topic: name, messages });
    const isRead = () => [packing, billing].every(({ owned, read }) => read >= 10 * owned);
    await lab.eventually('what is owned is read', isRead);
    return { owned: packing.owned + billing.owned, ordersRead: packing.read, paymentsRead: billing.read };
  },

  expect: {
    treatment: { owned: 1, ordersRead: 10, paymentsRead: 0 },
    control: { owned: 4, ordersRead: 20, paymentsRead: 20 },
  },
});
