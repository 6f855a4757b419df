import { atLeast, experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { openAccounts, paymentsOf } from './payments.ts';
import { randomFrom } from './random.ts';

// Fifty payments, ten more for each life of the charger. Four lives end by SIGKILL, at some
// moment behind a payment that is drawn. The position is committed once, after the fiftieth.
export default experiment(lesson, 'dedupe-in-the-same-transaction-as-the-effect', {
  arms: { treatment: { notes: 'together' }, control: { notes: 'no' } },

  async run({ notes }, lab) {
    const payments = await lab.topic({ title: 'payments' });
    await using accounts = await openAccounts(lab);
    const producer = await lab.connect(lab.kafka.producer());
    const given = { payments: payments.name, database: accounts.url, notes, every: 50 };
    const group = lab.group('charger');
    const load = () => lab.process('./programs/charger.ts', { ...given, group });
    const random = randomFrom(lab.seed);
    let next = await load();
    for (const come of [10, 20, 30, 40, 50]) {
      await producer.send({ topic: payments.name, messages: paymentsOf(come - 9, come) });
      const charger = next;
      charger.tell('begin');
      next = await load();
      const last = come === 50 ? 50 : 1 + Math.floor(random() * come);
      await charger.says((word) => word === `payment ${last}, done`);
      await charger.kill();
    }
    const history = lab.history(payments);
    const counts = await history.counts('lost', 'undelivered', 'redelivered');
    return { ...counts, tooMuch: (await accounts.charged()) - 500 };
  },
  expect: {
    treatment: { lost: 0, undelivered: 0, redelivered: atLeast(4), tooMuch: 0 },
    control: { lost: 0, undelivered: 0, redelivered: atLeast(4), tooMuch: atLeast(40) },
  },
});
