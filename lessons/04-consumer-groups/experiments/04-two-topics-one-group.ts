import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { startReading } from './member.ts';

// Packing reads orders, billing reads payments, and billing too calls its group shop. Packing
// came first, so it leads the group and deals. Ten records go into each partition; what can be
// read has been read when each reader has ten for every partition that it was given.
export default experiment(lesson, 'kafkajs-deals-what-nobody-asked-for', {
  arms: { treatment: { billingIs: 'shop' }, control: { billingIs: 'billing' } },

  async run({ billingIs }, lab) {
    const orders = await lab.topic({ title: 'orders', partitions: 2 });
    const payments = await lab.topic({ title: 'payments', partitions: 2 });
    const groups = { shop: lab.group('shop'), billing: lab.group('billing') };
    const groupId = groups[billingIs];
    const shop = { name: 'packing', topic: orders.name, groupId: groups.shop };
    const packing = await startReading(lab, shop);
    const billing = await startReading(lab, { name: 'billing', topic: payments.name, groupId });
    await lab.groupIsStable(groupId, billingIs === 'shop' ? 2 : 1);

    const producer = await lab.connect(lab.kafka.producer());
    const messages = numbered(1, 20, 'record').map((value) => ({ value }));
    for (const { name } of [orders, payments]) await producer.send({ topic: name, messages });

    const isRead = () => [packing, billing].every(({ owned, read }) => read >= 10 * owned);
    await lab.eventually('what has an owner is read', isRead);
    const owned = packing.owned + billing.owned;
    return { owned, ordersRead: packing.read, paymentsRead: billing.read };
  },

  expect: {
    treatment: { owned: 1, ordersRead: 10, paymentsRead: 0 },
    control: { owned: 4, ordersRead: 20, paymentsRead: 20 },
  },
});
