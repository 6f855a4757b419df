import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { write } from './write.ts';

// Ten orders, one every so many minutes, the last of them just now. The packer does four and
// breaks off; six are left. How far is it behind? Then it does the rest, and is asked again.
export default experiment(lesson, 'lag-is-three-numbers', {
  arms: {
    treatment: { transactions: true, everyMinutes: 10 },
    plain: { transactions: false, everyMinutes: 10 },
    busier: { transactions: true, everyMinutes: 1 },
  },

  async run({ transactions, everyMinutes }, lab) {
    const orders = await lab.topic();
    const [topic, groupId] = [orders.name, lab.group('packer')];
    await write(lab, orders, numbered(1, 10), { transactions, everyMinutes });
    const packer = await lab.connect(lab.kafka.consumer({ groupId }));
    await packer.subscribe({ topic, fromBeginning: true });
    let [done, oldest, resume] = [0, 0, () => {}];
    await packer.run({
      autoCommit: false,
      eachMessage: async ({ partition, message, pause }) => {
        if (done === 4) oldest = Date.now() - Number(message.timestamp);
        const offset = `${Number(message.offset) + 1}`;
        await packer.commitOffsets([{ topic, partition, offset }]);
        done += 1;
        if (done === 4) resume = pause();
      },
    });
    await lab.eventually('four are done', () => done === 4);
    const [at] = await lab.lagOf(groupId, orders);
    const log = await lab.readAll(orders);
    resume();
    await lab.eventually('all ten are done', () => done === 10);
    const [atEnd] = await lab.lagOf(groupId, orders);
    return {
      lag: at?.lag ?? null,
      recordsLeft: log.filter(({ offset }) => offset >= (at?.committed ?? 0)).length,
      oldestMinutes: Math.round(oldest / 60_000),
      lagWhenDone: atEnd?.lag ?? null,
    };
  },

  expect: {
    treatment: { lag: 13, recordsLeft: 6, oldestMinutes: 50, lagWhenDone: 1 },
    plain: { lag: 6, recordsLeft: 6, oldestMinutes: 50, lagWhenDone: 0 },
    busier: { lag: 13, recordsLeft: 6, oldestMinutes: 5, lagWhenDone: 1 },
  },
});
