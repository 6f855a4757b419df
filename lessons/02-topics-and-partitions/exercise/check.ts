import { atLeast, exercise, type Lab, type ReadRecord, type Shop } from '@proving/lab';
import lesson from '../lesson.ts';

interface OrderShop extends Shop {
  readonly orders: readonly { readonly customer: string; readonly number: number }[];
}

const customers = 'ada ben bob eve ida joe kim leo mia sam tom'.split(' ');

const orders = Array.from({ length: 55 }, (_, i) => ({
  customer: customers[i % customers.length] ?? '',
  number: i + 1,
}));

export default exercise<OrderShop>(lesson, {
  async observe(program, lab) {
    const name = lab.topicName('orders');
    await program({ kafka: lab.kafka, topic: name, orders });

    const { partitions, log } = await madeBy(lab, name);
    const missing = orders.filter(({ number }) => placesOf(number, log).length === 0);
    const repeated = orders.filter(({ number }) => placesOf(number, log).length > 1);
    const outOfOrder = customers.filter((customer) => !isInOrder(customer, log));
    const used = new Set(log.map((record) => record.partition));
    return {
      partitions,
      partitionsUsed: used.size,
      missing: missing.length,
      repeated: repeated.length,
      customersOutOfOrder: outOfOrder.length,
      keys: new Set(log.map(({ key }) => key).filter((key) => key !== null)).size,
      evidence: [
        `partitions of the topic: ${partitions}`,
        `partitions that hold orders: ${[...used].sort().join(', ') || 'none'}`,
        outOfOrder[0] ? `${outOfOrder[0]}: ${whereabouts(outOfOrder[0], log)}` : '',
      ].filter((line) => line !== ''),
    };
  },

  tasks: [
    {
      id: 'all-stored',
      title: 'all fifty-five orders are stored, each once',
      expect: { missing: 0, repeated: 0 },
      mistakes: {},
      hints: [
        'How many records does your program send, and what does each of them have as its value?',
        'A record is an entry of the log, and its value is a text of your choosing; here it is the order number. See 02.1.',
        'Look at messages: one entry for each order, and one send for all of them.',
        '`orders.map(({ customer, number }) => ({ key: customer, value: String(number) }))` in one send: 55 entries, 55 records, and nothing is sent twice.',
      ],
    },
    {
      id: 'three-can-share',
      title: 'three readers can share the work',
      expect: { partitions: atLeast(3), partitionsUsed: atLeast(3) },
      mistakes: {
        'one-partition': {
          when: { partitions: 1 },
          say: 'The topic has one partition, so one reader does all the work and two stand idle. A topic gets one partition if the first send brings it about, or if nobody asks for more.',
        },
        'two-partitions': {
          when: { partitions: 2 },
          say: 'The topic has two partitions. Within a group a partition has one reader at a time, so the third reader would stand idle.',
        },
        'one-key-for-all': {
          when: { partitions: atLeast(3), partitionsUsed: 1, keys: 1 },
          say: 'There are partitions enough, and all orders lie in one of them: every record has the same key. The key must tell one customer from another.',
        },
      },
      hints: [
        'How many partitions does your topic have, and who decided on that number?',
        'A partition is read by one reader of a group at a time, and a topic made by the first send has one partition. See 02.3 and 02.5.',
        'Before the producer: an admin client that makes the topic, with a number of partitions. If you do that already, look at the keys.',
        '`await admin.createTopics({ topics: [{ topic, numPartitions: 3 }] })` before the first send, with an admin that is connected. Made on purpose, the topic has the partitions that you ask for.',
      ],
    },
    {
      id: 'customers-in-order',
      title: "each customer's orders lie in one partition, in the order of their numbers",
      expect: { customersOutOfOrder: 0 },
      mistakes: {
        'no-keys': {
          when: { customersOutOfOrder: atLeast(1), keys: 0 },
          say: "A customer's orders lie in several partitions, because no record has a key: kafkajs deals such records out. Readers of several partitions may then pack the second order before the first.",
        },
        'key-is-the-order-number': {
          when: { customersOutOfOrder: atLeast(1), keys: atLeast(12) },
          say: "A customer's orders lie in several partitions, because every order has a key of its own. The same key goes to the same partition: make the key what the orders of one customer have in common.",
        },
      },
      hints: [
        'What do all orders of one customer have in common, and does the record say so?',
        'Order is kept within a partition, and records with the same key go to the same partition. See 02.2 and 02.4.',
        'Each entry of messages has a value. It needs one more field beside it.',
        '`{ key: customer, value: String(number) }`: one key for each customer, so one partition for each, and the log of a partition keeps the order in which they were sent.',
      ],
    },
  ],
});

/** The topic as the program left it; no partitions and no records if there is none. */
async function madeBy(lab: Lab, name: string) {
  const topic = await lab.existing(name).catch(() => null);
  if (!topic) return { partitions: 0, log: [] };
  return { partitions: (await topic.snapshot()).length, log: await lab.readAll(topic) };
}

const placesOf = (order: number, log: readonly ReadRecord[]) =>
  log.filter(({ value }) => value === `${order}`);

/** Every order of a customer that is stored, by partition and offset. */
const storedOf = (customer: string, log: readonly ReadRecord[]) =>
  log.flatMap(({ partition, value }) => {
    const order = orders.find(({ number }) => value === `${number}`);
    return order?.customer === customer ? [{ partition, number: order.number }] : [];
  });

function isInOrder(customer: string, log: readonly ReadRecord[]): boolean {
  const stored = storedOf(customer, log);
  return stored.every(({ partition, number }, i) => {
    const before = stored[i - 1];
    return !before || (before.partition === partition && before.number < number);
  });
}

const whereabouts = (customer: string, log: readonly ReadRecord[]) =>
  storedOf(customer, log)
    .map(({ partition, number }) => `order ${number} in partition ${partition}`)
    .join(', ');
