import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// Packing reads orders, billing reads payments, and both call themselves shop. Packing came
// first, so it deals for the group. It knows one topic, its own, and deals to both.
export default experiment(lesson, 'kafkajs-deals-what-nobody-asked-for', {
  arms: { treatment: { billingIs: 'shop' }, control: { billingIs: 'billing' } },

  async run({ billingIs }, lab) {
    const orders = await lab.topic({ title: 'orders', partitions: 2 });
    const payments = await lab.topic({ title: 'payments', partitions: 2 });
    const groups = { shop: lab.group('shop'), billing: lab.group('billing') };

    const startReading = async (clientId: string, topic: string, groupId: string) => {
      const read: string[] = [];
      const own = lab.kafkaWith({ clientId });
      const reader = await lab.connect(own.consumer({ groupId, heartbeatInterval: 100 }));
      await reader.subscribe({ topic, fromBeginning: true });
      await reader.run({ eachMessage: async ({ message: m }) => void read.push(`${m.value}`) });
      return read;
    };
    const packed = await startReading('packing', orders.name, groups.shop);
    const billed = await startReading('billing', payments.name, groups[billingIs]);
    await lab.groupIsStable(groups[billingIs], billingIs === 'shop' ? 2 : 1);

    const producer = await lab.connect(lab.kafka.producer());
    for (const topic of [orders.name, payments.name])
      await producer.send({ topic, messages: numbered(1, 20).map((value) => ({ value })) });

    await lab.eventually('all are read', () => packed.length >= 20 && billed.length >= 20).catch(()=>0);
    return { ordersRead: packed.length, paymentsRead: billed.length };
  },

  expect: {
    treatment: { ordersRead: 10, paymentsRead: 0 },
    control: { ordersRead: 20, paymentsRead: 20 },
  },
});
