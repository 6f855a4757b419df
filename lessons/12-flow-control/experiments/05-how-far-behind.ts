import { experiment } from '@proving/lab';
import type { EachMessageHandler } from 'kafkajs';
import lesson from '../lesson.ts';
import { minutesSince, written } from './written.ts';

// Ten orders, one every so many minutes, the last just now. The packer does four and breaks
// off: how far is it behind? Then it does the rest, and is asked again.
export default experiment(lesson, 'lag-is-three-numbers', {
  arms: {
    treatment: { transactions: true, everyMinutes: 10 },
    plain: { transactions: false, everyMinutes: 10 },
    busier: { transactions: true, everyMinutes: 1 },
  },
  async run(manner, lab) {
    const orders = await written(lab, manner);
    const [topic, groupId] = [orders.name, lab.group('packer')];
    const lagNow = async () => (await lab.lagOf(groupId, orders))[0]?.lag ?? null;
    const packer = await lab.connect(lab.kafka.consumer({ groupId }));
    await packer.subscribe({ topic, fromBeginning: true });
    let [done, oldestMinutes, resume] = [0, 0, () => {}];
    const eachMessage: EachMessageHandler = async ({ partition, message, pause }) => {
      if (done === 4) oldestMinutes = minutesSince(message.timestamp);
      const offset = `${Number(message.offset) + 1}`;
      await packer.commitOffsets([{ topic, partition, offset }]);
      if (++done === 4) resume = pause();
    };
    await packer.run({ autoCommit: false, eachMessage });
    await lab.eventually('four are done', () => done === 4);
    const lag = await lagNow();
    const recordsLeft = (await lab.readAll(orders)).length - done;
    resume();
    await lab.eventually('all ten are done', () => done === 10);
    return { lag, recordsLeft, oldestMinutes, lagWhenDone: await lagNow() };
  },
  expect: {
    treatment: { lag: 13, recordsLeft: 6, oldestMinutes: 50, lagWhenDone: 1 },
    plain: { lag: 6, recordsLeft: 6, oldestMinutes: 50, lagWhenDone: 0 },
    busier: { lag: 13, recordsLeft: 6, oldestMinutes: 5, lagWhenDone: 1 },
  },
});
