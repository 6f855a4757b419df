import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// Ten customers order, each under a key of their own. In one arm nobody has made the topic: the
// first send is what brings it about. In the other, an admin client made it with three
// partitions. The producer is the same. How many partitions are there, and how many are in use?
export default experiment(lesson, 'auto-created-means-one-partition', {
  arms: { treatment: { madeBy: 'first send' }, control: { madeBy: 'createTopics' } },

  async run({ madeBy }, lab) {
    const topic = lab.topicName('orders');
    const admin = await lab.connect(lab.kafka.admin());
    if (madeBy === 'createTopics') {
      // #region create
      await admin.createTopics({
        topics: [{ topic, numPartitions: 3, replicationFactor: 3 }],
        waitForLeaders: false, // It would ask one broker; the line below waits for all three.
      });
      await lab.existing(topic);
      // #endregion
    }
    // #region send
    const own = { allowAutoTopicCreation: true };
    const producer = await lab.connect(lab.kafka.producer(own));
    const customers = numbered(1, 10, 'customer');
    const messages = customers.map((key) => ({ key, value: 'an order' }));
    await producer.send({ topic, messages });
    // #endregion

    const orders = await lab.existing(topic);
    const partitions = (await orders.snapshot()).length;
    const used = new Set((await lab.readAll(orders)).map((record) => record.partition)).size;
    return { ...(await lab.history(orders).counts('acknowledged')), partitions, used };
  },

  expect: {
    treatment: { acknowledged: 10, partitions: 1, used: 1 },
    control: { acknowledged: 10, partitions: 3, used: 3 },
  },
});
