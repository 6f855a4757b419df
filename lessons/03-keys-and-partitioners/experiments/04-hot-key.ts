import { between, experiment } from '@proving/lab';
import lesson from '../lesson.ts';

// Four packers own one partition each of a topic with 400 orders. Only the key differs.
//
// 80 customers order five times in a row, and 72 of them buy from one big seller. By seller,
// 360 orders share a key. By customer, the fullest partition holds 20 keys on average, 39 at
// five standard deviations, of five orders each. Without a key kafkajs deals them like cards.
const placed = Array.from({ length: 400 }, (_, i) => {
  const customer = `customer ${Math.floor(i / 5) + 1}`;
  return { customer, seller: i < 360 ? 'big seller' : `seller of ${customer}`, none: null };
});

export default experiment(lesson, 'one-hot-key-one-busy-consumer', {
  arms: { treatment: { key: 'seller' }, spread: { key: 'customer' }, keyless: { key: 'none' } },

  async run({ key }, lab) {
    const orders = await lab.topic({ partitions: 4 });
    const groupId = lab.group('packers');
    const packers: string[][] = [[], [], [], []];
    const startPacking = async (packed: string[]) => {
      const consumer = await lab.connect(
        lab.kafka.consumer({ groupId, heartbeatInterval: 100 }),
      );
      await consumer.subscribe({ topic: orders.name, fromBeginning: true });
      const pack = (customer: string) => void packed.push(customer);
      await consumer.run({ eachMessage: async ({ message }) => pack(`${message.value}`) });
    };
    await Promise.all(packers.map(startPacking));
    const admin = await lab.connect(lab.kafka.admin());
    await lab.eventually('one partition each', async () => {
      const [group] = (await admin.describeGroups([groupId])).groups;
      return group?.state === 'Stable' && group.members.length === packers.length;
    });

    const producer = await lab.connect(lab.kafka.producer());
    const messages = placed.map((order) => ({ key: order[key], value: order.customer }));
    await producer.send({ topic: orders.name, messages });
    await lab.eventually('all packed', () => packers.flat().length >= 400);

    const busiest = Math.max(...packers.map((packed) => packed.length));
    const forCustomer1 = packers.filter((packed) => packed.includes('customer 1')).length;
    return { packed: packers.flat().length, busiest, packersOfCustomer1: forCustomer1 };
  },

  expect: {
    treatment: { packed: 400, busiest: between(360, 400), packersOfCustomer1: 1 },
    spread: { packed: 400, busiest: between(101, 195), packersOfCustomer1: 1 },
    keyless: { packed: 400, busiest: 100, packersOfCustomer1: 4 },
  },
});
