import { compatibilityPartitioner } from '@platformatic/kafka';
import { between, experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// The web shop places orders with kafkajs, the call centre cancels them with another library.
// Both compute the same murmur2 of the same 1,000 customers and differ in the last line, where
// the sign bit is set: a coin toss each. So 500 customers have their two records apart, give or
// take five standard deviations (79).
export default experiment(lesson, 'partitioners-disagree', {
  arms: {
    treatment: { callCentre: 'default', partitions: 6 },
    compatible: { callCentre: 'compatibilityPartitioner', partitions: 6 },
    'power-of-two': { callCentre: 'default', partitions: 8 },
  },

  async run({ callCentre, partitions }, lab) {
    const orders = await lab.topic({ partitions });
    await orders.isReplicated();
    const topic = orders.name;
    const customers = numbered(1, 1_000, 'customer');
    const webShop = await lab.connect(lab.kafka.producer());
    await webShop.send({ topic, messages: customers.map((key) => ({ key, value: 'placed' })) });

    const option = callCentre === 'default' ? {} : { partitioner: compatibilityPartitioner };
    const cancelled = customers.map((key) => ({ topic, key, value: 'cancelled' }));
    await lab.platformatic.producer(option).send({ acks: -1, messages: cancelled });

    const log = await lab.readAll(orders);
    const pairs = [...Map.groupBy(log, (r) => r.key).values()];
    const apart = pairs.filter(([one, other]) => one?.partition !== other?.partition).length;
    const used = new Set(log.map((r) => r.partition));
    return { stored: log.length, partitionsUsed: used.size, apart };
  },

  expect: {
    treatment: { stored: 2_000, partitionsUsed: 6, apart: between(421, 579) },
    compatible: { stored: 2_000, partitionsUsed: 6, apart: 0 },
    'power-of-two': { stored: 2_000, partitionsUsed: 8, apart: 0 },
  },
});
