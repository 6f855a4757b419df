import { between, experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { partitionOf } from './murmur2.ts';

// 1,000 customers order, the topic of three partitions grows, they order again. A key stays if
// both counts leave its hash the same remainder: 3 hashes in 12, so 250 keys, give or take five
// standard deviations (68). In the last arm nobody tells the producer.
export default experiment(lesson, 'growing-moves-keys', {
  arms: {
    treatment: { count: 4, producer: 'new' },
    unchanged: { count: 3, producer: 'new' },
    untold: { count: 4, producer: 'old' },
  },

  async run({ count, producer }, lab) {
    const orders = await lab.topic({ partitions: 3 });
    await orders.isReplicated();
    const topic = orders.name;
    const order = (value: string) => numbered(1, 1_000, 'bob').map((key) => ({ key, value }));
    const old = await lab.connect(lab.kafka.producer());
    await old.send({ topic, messages: order('first') });
    const admin = await lab.connect(lab.kafka.admin());
    if (count > 3) await admin.createPartitions({ topicPartitions: [{ topic, count }] });
    await lab.eventually('it has grown', async () => (await orders.offsets())[count - 1]);
    const next = producer === 'old' ? old : await lab.connect(lab.kafka.producer());
    await next.send({ topic, messages: order('second') });
    const log = await lab.readAll(orders);
    const pairs = [...Map.groupBy(log, (r) => r.key).values()];
    const stayed = pairs.filter(([one, other]) => one?.partition === other?.partition).length;
    const later = log.filter((r) => r.value === 'second');
    const foretold = later.filter((r) => r.partition === partitionOf(`${r.key}`, count)).length;
    return { stored: log.length, stayed, foretold };
  },

  expect: {
    treatment: { stored: 2_000, stayed: between(182, 318), foretold: 1_000 },
    unchanged: { stored: 2_000, stayed: 1_000, foretold: 1_000 },
    untold: { stored: 2_000, stayed: 1_000, foretold: between(182, 318) },
  },
});
