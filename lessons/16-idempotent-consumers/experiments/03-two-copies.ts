import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { openAccounts } from './payments.ts';
import { workOff } from './work-off.ts';

// A till sends ten payments. It is killed when payment 5 is acknowledged, and before it has
// noted that; started again, it sends payment 5 once more. The charger knows a payment by the
// id that the till gave it, or by the place where it lies. Nobody kills the charger.
export default experiment(lesson, 'the-key-is-the-event', {
  arms: { treatment: { key: 'id' }, control: { key: 'place' } },

  async run({ key }, lab) {
    const payments = await lab.topic({ title: 'payments' });
    await using accounts = await openAccounts(lab);
    const till = { payments: payments.name, from: 1, standsAt: 5 };
    const doomed = await lab.process('./programs/till.ts', till);
    await doomed.says((word) => word === 'sent, not noted');
    await doomed.kill();
    const again = await lab.process('./programs/till.ts', { ...till, from: 5, standsAt: 0 });
    await again.says((word) => word === 'all are sent');
    await workOff(lab, payments, 11, async ({ topic, partition, message }) => {
      // #region key
      const place = `${topic}-${partition}-${message.offset}`;
      const id = key === 'id' ? `${message.headers?.['id']}` : place;
      await accounts.db.query('begin');
      const seen = 'insert into seen (id) values ($1) on conflict do nothing';
      const { rowCount } = await accounts.db.query(seen, [id]);
      const charge = 'update accounts set charged = charged + 10';
      if (rowCount === 1) await accounts.db.query(charge);
      await accounts.db.query('commit');
      // #endregion
    });
    const { stored } = await lab.history(payments).counts('stored');
    return { stored, charged: await accounts.charged() };
  },
  expect: { treatment: { stored: 11, charged: 100 }, control: { stored: 11, charged: 110 } },
});
