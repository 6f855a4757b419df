import { atLeast, experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { openAccounts } from './payments.ts';
import { sent } from './work-off.ts';

// Ten payments of 10 each. The process that charges them is killed twice: at payment 3 between
// noting its id and charging, at payment 7 between charging and committing its position. What
// does Mia pay? The arms differ in whether the id is noted, and in which transaction.
export default experiment(lesson, 'dedupe-in-the-same-transaction-as-the-effect', {
  arms: { treatment: { notes: 'together' }, apart: { notes: 'apart' }, none: { notes: 'no' } },

  async run({ notes }, lab) {
    const payments = await sent(lab, 10);
    await using accounts = await openAccounts(lab);
    const ids = { group: lab.group('charger'), database: accounts.url };
    const given = { payments: payments.name, ...ids, notes, every: 1 };
    // #region kills
    const program = './programs/charger.ts';
    const places = ['payment 3, noted', 'payment 7, charged', 'payment 10, done'];
    let next = await lab.process(program, { ...given, standsAt: 'payment 3, noted' });
    for (const [i, place] of places.entries()) {
      const charger = next;
      charger.tell('begin');
      next = await lab.process(program, { ...given, standsAt: places[i + 1] ?? '' });
      await charger.says((word) => word === place);
      await charger.kill();
    }
    // #endregion
    const { redelivered } = await lab.history(payments).counts('redelivered');
    return { redelivered, charged: await accounts.charged() };
  },

  expect: {
    treatment: { redelivered: atLeast(2), charged: 100 },
    apart: { redelivered: atLeast(2), charged: 90 },
    none: { redelivered: atLeast(2), charged: 110 },
  },
});
