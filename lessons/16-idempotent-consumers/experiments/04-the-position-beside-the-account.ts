import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { openAccounts, paymentsOf } from './payments.ts';

// No table of ids here. The database keeps the position as well, in a row beside the account,
// and a process that starts goes to it by `seek`. The first process is killed at payment 5,
// between the charge and the position.
export default experiment(lesson, 'the-position-can-live-beside-the-effect', {
  arms: {
    treatment: { position: 'inside', seeks: true },
    after: { position: 'after', seeks: true },
    noSeek: { position: 'inside', seeks: false },
  },

  async run({ position, seeks }, lab) {
    const payments = await lab.topic({ title: 'payments' });
    await using accounts = await openAccounts(lab);
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic: payments.name, messages: paymentsOf(1, 10) });

    const ids = { group: lab.group('bookkeeper'), database: accounts.url };
    const given = { payments: payments.name, ...ids, position, seeks };
    const program = './programs/bookkeeper.ts';
    const doomed = await lab.process(program, { ...given, standsAt: 'payment 5' });
    const next = await lab.process(program, { ...given, standsAt: '' });
    doomed.tell('begin');
    await doomed.says((word) => word === 'payment 5, between');
    await doomed.kill();
    next.tell('begin');
    await next.says((word) => word === 'payment 10 is done');
    return { charged: await accounts.charged() };
  },

  expect: {
    treatment: { charged: 100 },
    after: { charged: 110 },
    noSeek: { charged: 140 },
  },
});
