import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// Twelve orders, each sent when the one before it is stored. In which order does one reader get
// them back?
//
// All twelve are stored before the reader starts, so nothing here is a race. `stepsBack` counts
// how often a smaller order follows a greater one; `reordered` is counted by an independent
// reader, partition by partition.
export default experiment(lesson, 'order-is-per-partition', {
  arms: { treatment: { partitions: 3 }, control: { partitions: 1 } },

  async run({ partitions }, lab) {
    // #region topic
    const orders = await lab.topic({ partitions });
    // #endregion
    const producer = await lab.connect(lab.kafka.producer());
    // #region send
    for (let n = 1; n <= 12; n++) {
      const messages = [{ value: `order ${n}`, partition: n % partitions }];
      await producer.send({ topic: orders.name, messages });
    }
    // #endregion
    await orders.isReplicated();

    const read: string[] = [];
    const reader = await lab.connect(lab.kafka.consumer({ groupId: lab.group('packing') }));
    await reader.subscribe({ topic: orders.name, fromBeginning: true });
    await reader.run({
      eachMessage: async ({ message }) => void read.push(`${message.value}`),
    });
    await lab.eventually('all twelve have been read', () => read.length >= 12);

    const places = read.map((value) => numbered(1, 12).indexOf(value));
    const stepsBack = places.filter((place, i) => place < (places[i - 1] ?? 0)).length;
    const { reordered } = await lab.history(orders).counts('reordered');
    return { read: read.length, stepsBack, reordered };
  },

  expect: {
    treatment: { read: 12, stepsBack: 2, reordered: 0 },
    control: { read: 12, stepsBack: 0, reordered: 0 },
  },
});
