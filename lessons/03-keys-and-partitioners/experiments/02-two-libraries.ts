import { compatibilityPartitioner } from '@platformatic/kafka';
import { between, experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// The web shop places orders with kafkajs, the call centre cancels them with another library.
//
// Both compute the same murmur2 of the same 1,000 customers and differ in the last line, where
// the sign bit is set: a coin toss per customer. So 500 of them have their two records apart,
// give or take five standard deviations (79).
export default experiment(lesson, 'partitioners-disagree', {
  arms: {
    treatment: { callCentre: 'default', partitions: 6 },
    compatible: { callCentre: 'compatibilityPartitioner', partitions: 6 },
    'power-of-two': { callCentre: 'default', partitions: 8 },
  },

  async run({ callCentre, partitions }, lab) {
    const orders = await lab.topic({ partitions });
    const topic = orders.name;
    const customers = numbered(1, 1_000, 'customer');

    const webShop = await lab.connect(lab.kafka.producer());
    const placed = customers.map((key) => ({ key, value: 'placed' }));
    await webShop.send({ topic, messages: placed });

    const option = callCentre === 'default' ? {} : { partitioner: compatibilityPartitioner };
    const centre = lab.platformatic.producer(option);
    const cancelled = customers.map((key) => ({ topic, key, value: 'cancelled' }));
    await centre.send({ acks: -1, messages: cancelled });

    const log = await lab.readAll(orders);
    const places = customers.map((key) =>
      log.filter((r) => r.key === key).map((r) => r.partition),
    );
    const apart = places.filter(([one, other]) => one !== other).length;
    return { stored: log.length, partitionsUsed: new Set(places.flat()).size, apart };
  },

  expect: {
    treatment: { stored: 2_000, partitionsUsed: 6, apart: between(421, 579) },
    compatible: { stored: 2_000, partitionsUsed: 6, apart: 0 },
    'power-of-two': { stored: 2_000, partitionsUsed: 8, apart: 0 },
  },
});
