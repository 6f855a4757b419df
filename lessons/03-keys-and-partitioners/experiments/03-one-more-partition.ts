import { between, experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { partitionOf } from './murmur2.ts';

// 1,000 customers order, the topic of three partitions grows, the same customers order again.
//
// A key stays where both counts leave the same remainder of its hash. From 3 to 4 that is 3 in
// 12 hashes: 750 of 1,000 move. From 3 to 6 it is 3 in 6: 500 move; five standard deviations
// either way. The last arm sends with the producer of the first orders, which was not told.
export default experiment(lesson, 'growing-moves-keys', {
  arms: {
    treatment: { grownTo: 4, producer: 'new' },
    doubled: { grownTo: 6, producer: 'new' },
    unchanged: { grownTo: 3, producer: 'new' },
    untold: { grownTo: 4, producer: 'old' },
  },

  async run({ grownTo, producer }, lab) {
    const orders = await lab.topic({ partitions: 3 });
    const customers = numbered(1, 1_000, 'customer');
    const order = (value: string) => customers.map((key) => ({ key, value }));
    const old = await lab.connect(lab.kafka.producer({ metadataMaxAge: 300_000 }));
    await old.send({ topic: orders.name, messages: order('first') });

    const admin = await lab.connect(lab.kafka.admin());
    const growth = { topic: orders.name, count: grownTo };
    if (grownTo > 3) await admin.createPartitions({ topicPartitions: [growth] });
    const grown = async () => (await orders.offsets())[grownTo - 1];
    await lab.eventually(`${grownTo} partitions have leaders`, grown);

    const next = producer === 'old' ? old : await lab.connect(lab.kafka.producer());
    await next.send({ topic: orders.name, messages: order('second') });

    const log = await lab.readAll(orders);
    const placeOf = (value: string, key: string) =>
      log.find((r) => r.value === value && r.key === key)?.partition;
    const moved = customers.filter((key) => placeOf('first', key) !== placeOf('second', key));
    const foretold = customers.filter(
      (key) => placeOf('second', key) === partitionOf(key, grownTo),
    );
    return { stored: log.length, moved: moved.length, foretold: foretold.length };
  },

  expect: {
    treatment: { stored: 2_000, moved: between(682, 818), foretold: 1_000 },
    doubled: { stored: 2_000, moved: between(421, 579), foretold: 1_000 },
    unchanged: { stored: 2_000, moved: 0, foretold: 1_000 },
    untold: { stored: 2_000, moved: 0, foretold: between(182, 318) },
  },
});
