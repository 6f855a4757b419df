import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { openAccounts, paymentsOf } from './payments.ts';
import { workOff } from './work-off.ts';

// Ids older than a window are thrown away. Five payments come at noon, then their copies,
// after 10, 30, 59, 61 and 1,500 minutes. The clock is the time stamp of the records: it was
// noon two days ago, since retention would take what is older than a week.
const noon = Date.now() - 2 * 24 * 60 * 60_000;
const at = (minutes: number) => ({ timestamp: `${noon + minutes * 60_000}` });
const payments5 = paymentsOf(1, 5).map((payment) => ({ ...payment, ...at(0) }));
const late = [10, 30, 59, 61, 1_500];
export default experiment(lesson, 'a-window-forgets', {
  arms: { treatment: { keeps: '60 minutes' }, control: { keeps: '2 days' } },

  async run({ keeps }, lab) {
    const payments = await lab.topic({ title: 'payments' });
    await using accounts = await openAccounts(lab);
    const { db } = accounts;
    const copies = payments5.map((payment, i) => ({ ...payment, ...at(late[i] ?? 0) }));
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic: payments.name, messages: [...payments5, ...copies] });
    await workOff(lab, payments, 10, async ({ message }) => {
      const now = new Date(Number(message.timestamp));
      const id = `${message.headers?.['id']}`;
      // #region window
      await db.query('begin');
      const old = 'delete from seen where at < $1::timestamptz - $2::interval';
      await db.query(old, [now, keeps]);
      const seen = 'insert into seen values ($1, $2) on conflict do nothing';
      const { rowCount } = await db.query(seen, [id, now]);
      if (rowCount === 1) await db.query('update accounts set charged = charged + 10');
      await db.query('commit');
      // #endregion
    });
    const { rows } = await db.query('select count(*)::int as kept from seen');
    return { kept: rows[0].kept, charged: await accounts.charged() };
  },
  expect: { treatment: { kept: 1, charged: 70 }, control: { kept: 5, charged: 50 } },
});
