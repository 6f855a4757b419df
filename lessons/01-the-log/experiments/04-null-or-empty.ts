import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';

// A note for the driver, an empty one, and none: can a reader tell them apart? The hasty one
// is planted. Its line stands in many programs, and makes an empty text out of no value.
const readers = {
  careful: (value: Buffer | null) => (value === null ? null : value.toString()),
  hasty: (value: Buffer | null) => value?.toString() ?? '',
};

export default experiment(lesson, 'null-is-not-empty', {
  arms: { treatment: { reader: 'careful' }, control: { reader: 'hasty' } },

  async run({ reader }, lab) {
    const notes = await lab.topic({ title: 'delivery-notes' });
    const producer = await lab.connect(lab.kafka.producer());
    // #region send
    const key = 'customer-7';
    const values = ['ring twice', '', null];
    const messages = values.map((value) => ({ key, value }));
    await producer.send({ topic: notes.name, messages });
    // #endregion
    const read: (string | null)[] = [];
    const driver = await lab.connect(lab.kafka.consumer({ groupId: lab.group('driver') }));
    await driver.subscribe({ topic: notes.name, fromBeginning: true });
    await driver.run({
      eachMessage: async ({ message }) => void read.push(readers[reader](message.value)),
    });
    await lab.eventually('three notes have been read', () => read.length === values.length);
    const { stored } = await lab.history(notes).counts('stored');
    return { stored, read: JSON.stringify(read), different: new Set(read).size };
  },

  expect: {
    treatment: { stored: 3, read: '["ring twice","",null]', different: 3 },
    control: { stored: 3, read: '["ring twice","",""]', different: 2 },
  },
});
