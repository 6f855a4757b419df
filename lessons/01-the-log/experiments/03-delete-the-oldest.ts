import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// Thirty orders, and the ten oldest are deleted. A reader asks for the fifteenth place of the
// log, which is offset 14 if the first place is 0. What stands there now? The wrong formula
// is planted: it counts places from the first record that is left.
export default experiment(lesson, 'offsets-are-positions', {
  arms: { treatment: { countFrom: 'first ever' }, control: { countFrom: 'first left' } },

  async run({ countFrom }, lab) {
    const orders = await lab.topic();
    const producer = await lab.connect(lab.kafka.producer());
    const messages = numbered(1, 30).map((value) => ({ value }));
    await producer.send({ topic: orders.name, messages });
    lab.step('delete everything before offset 10');
    // #region delete
    const admin = await lab.connect(lab.kafka.admin());
    const [before] = await admin.fetchTopicOffsets(orders.name);
    const partitions = [{ partition: 0, offset: '10' }];
    await admin.deleteTopicRecords({ topic: orders.name, partitions });
    const [after] = await admin.fetchTopicOffsets(orders.name);
    // #endregion
    const first = countFrom === 'first ever' ? before : after;
    const offset = Number(first?.low) + 14;
    lab.step(`ask for offset ${offset}`);
    const reader = await lab.connect(lab.kafka.consumer({ groupId: lab.group('reader') }));
    await reader.subscribe({ topic: orders.name });
    const found = Promise.withResolvers<string>();
    await reader.run({ eachMessage: async ({ message }) => found.resolve(`${message.value}`) });
    // #region seek
    reader.seek({ topic: orders.name, partition: 0, offset: `${offset}` });
    // #endregion
    return { log: `${after?.low} to ${after?.high}`, found: await found.promise };
  },

  expect: {
    treatment: { log: '10 to 30', found: 'order 15' },
    control: { log: '10 to 30', found: 'order 25' },
  },
});
