import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// Ten orders stand in the log when a new group arrives. Where does it begin to read?
//
// The group has no position yet, so its first fetch has to find one. Only when that fetch is
// back is the eleventh order sent: it arrives in both arms, and what came before it tells.
export default experiment(lesson, 'a-new-group-starts-at-the-end', {
  arms: { treatment: { fromBeginning: false }, control: { fromBeginning: true } },

  async run({ fromBeginning }, lab) {
    const orders = await lab.topic();
    const producer = await lab.connect(lab.kafka.producer());
    const send = (values: string[]) =>
      producer.send({ topic: orders.name, messages: values.map((value) => ({ value })) });
    await send(numbered(1, 10));

    const read: string[] = [];
    // #region subscribe
    const groupId = lab.group('newcomer');
    const reader = await lab.connect(lab.kafka.consumer({ groupId }));
    await reader.subscribe({ topic: orders.name, fromBeginning });
    // #endregion
    const fetched = new Set<number>();
    reader.on(reader.events.FETCH, ({ payload }) => fetched.add(Number(payload.nodeId)));
    await reader.run({
      eachMessage: async ({ message }) => void read.push(`${message.value}`),
    });
    const { leader } = await orders.partition(0);
    await lab.eventually('the first fetch is back', () => fetched.has(leader));
    await send(['order 11']);
    await lab.eventually('order 11 has been read', () => read.includes('order 11'));
    return { got: read.length, ...(await lab.history(orders).counts('stored')) };
  },

  expect: {
    treatment: { got: 1, stored: 11 },
    control: { got: 11, stored: 11 },
  },
});
