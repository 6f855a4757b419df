import { between, experiment } from '@proving/lab';
import lesson from '../lesson.ts';

// Four packers own one partition each of a topic with 400 orders; only the key differs. Of 80
// customers, five orders each in a row, 72 buy from one big seller: 360 orders. By customer a
// partition gets 20 keys, or 39 at five standard deviations. Without a key kafkajs deals the
// orders out in turn, like cards.
export default experiment(lesson, 'one-hot-key-one-busy-consumer', {
  arms: { treatment: { key: 'seller' }, spread: { key: 'customer' }, keyless: { key: 'none' } },

  async run({ key }, lab) {
    const topic = (await lab.topic({ partitions: 4 })).name;
    const messages = Array.from({ length: 400 }, (_, i) => {
      const customer = `customer ${Math.floor(i / 5) + 1}`;
      const seller = i < 360 ? 'big seller' : `seller of ${customer}`;
      return { key: { seller, customer, none: null }[key], value: customer };
    });
    const bags: string[][] = [[], [], [], []];
    const group = { groupId: lab.group('packers'), heartbeatInterval: 100 };
    const startPacking = async (bag: string[]) => {
      const packer = await lab.connect(lab.kafka.consumer(group));
      await packer.subscribe({ topic, fromBeginning: true });
      await packer.run({ eachMessage: async ({ message: m }) => void bag.push(`${m.value}`) });
    };
    await Promise.all(bags.map(startPacking));

    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic, messages });
    await lab.eventually('all are packed', () => bags.flat().length >= 400);
    const busiest = Math.max(...bags.map((bag) => bag.length));
    const packersOfCustomer1 = bags.filter((bag) => bag.includes('customer 1')).length;
    return { packed: bags.flat().length, busiest, packersOfCustomer1 };
  },

  expect: {
    treatment: { packed: 400, busiest: between(360, 400), packersOfCustomer1: 1 },
    spread: { packed: 400, busiest: between(101, 195), packersOfCustomer1: 1 },
    keyless: { packed: 400, busiest: 100, packersOfCustomer1: 4 },
  },
});
