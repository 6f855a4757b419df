import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// Which offset does one commit: that of the order just done, or the one after it? The packer
// comes to work three times. Each time it reads until the newest order has come, commits each
// order that it has done, and leaves in peace. Nothing fails here, and nobody is killed.
export default experiment(lesson, 'commit-means-next', {
  arms: { treatment: { plus: 1 }, control: { plus: 0 } },

  async run({ plus }, lab) {
    const orders = await lab.topic();
    const groupId = lab.group('packer');
    const producer = await lab.connect(lab.kafka.producer());
    const work = async (...values: string[]) => {
      const messages = values.map((value) => ({ value }));
      await producer.send({ topic: orders.name, messages });
      const packer = await lab.connect(lab.kafka.consumer({ groupId }));
      await packer.subscribe({ topic: orders.name, fromBeginning: true });
      let newest = '';
      await packer.run({
        autoCommit: false,
        eachMessage: async ({ topic, partition, message }) => {
          // #region commit
          const offset = `${Number(message.offset) + plus}`;
          await packer.commitOffsets([{ topic, partition, offset }]);
          // #endregion
          newest = `${message.value}`;
        },
      });
      await lab.eventually('the newest order is done', () => newest === values.at(-1));
      await packer.disconnect();
    };
    await work(...numbered(1, 5));
    await work('order 6');
    await work('order 7');
    return lab.history(orders).counts('stored', 'undelivered', 'redelivered');
  },
  expect: {
    treatment: { stored: 7, undelivered: 0, redelivered: 0 },
    control: { stored: 7, undelivered: 0, redelivered: 2 },
  },
});
