import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';

// A topic has three partitions and an order in each. Ask for another number: two, or four. What
// is answered, how many partitions are there then, and what has become of the orders?
export default experiment(lesson, 'partitions-only-grow', {
  arms: { treatment: { count: 2 }, control: { count: 4 } },

  async run({ count }, lab) {
    const orders = await lab.topic({ partitions: 3 });
    const topic = orders.name;
    const producer = await lab.connect(lab.kafka.producer());
    const messages = [0, 1, 2].map((partition) => ({ partition, value: 'an order' }));
    await producer.send({ topic, messages });

    const admin = await lab.connect(lab.kafka.admin());
    // #region ask
    const topicPartitions = [{ topic, count }];
    const answer = await admin.createPartitions({ topicPartitions }).then(
      () => 'done',
      (error) => error.type ?? error.message,
    );
    // #endregion
    const expected = answer === 'done' ? count : 3;
    const partitions = await lab.eventually(`${expected} partitions are known`, async () => {
      const known = await orders.snapshot();
      return known.length === expected && known.length;
    });
    const { stored } = await lab.history(orders).counts('stored');
    return { answer, partitions, stored };
  },

  expect: {
    treatment: { answer: 'INVALID_PARTITIONS', partitions: 3, stored: 3 },
    control: { answer: 'done', partitions: 4, stored: 3 },
  },
});
