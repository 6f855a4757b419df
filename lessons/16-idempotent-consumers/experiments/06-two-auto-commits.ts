import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { paymentsOf } from './payments.ts';

// Two clients, each with its own auto-commit, and the same handler, awaited by both. Three of
// ten payments are done, the process is killed over the fourth. A second process takes over,
// under the same group, and payment 11 comes. What was never done?
export default experiment(lesson, 'auto-commit-depends-on-the-client', {
  arms: { treatment: { client: '@platformatic/kafka' }, control: { client: 'kafkajs' } },

  async run({ client }, lab) {
    const payments = await lab.topic({ title: 'payments' });
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic: payments.name, messages: paymentsOf(1, 10) });
    const given = { payments: payments.name, group: lab.group('charger'), client };

    const patient = { giveUpAfter: '30s' } as const;
    const doomed = await lab.process('./programs/auto.ts', { ...given, jamsAt: 'payment 4' });
    const done: unknown[] = [];
    for (const payment of paymentsOf(1, 3))
      done.push(await doomed.says((word) => word === payment.value, patient));
    await doomed.says((word) => word === 'jammed');
    if (client !== 'kafkajs') await doomed.says((word) => word === 'committed');
    await doomed.kill();

    const next = await lab.process('./programs/auto.ts', { ...given, jamsAt: '' });
    await producer.send({ topic: payments.name, messages: paymentsOf(11, 11) });
    while (done.at(-1) !== 'payment 11') {
      const isPayment = (word: unknown) => `${word}`.startsWith('payment');
      done.push(await next.says(isPayment, patient));
    }
    const never = paymentsOf(1, 11).filter(({ value }) => !done.includes(value)).length;
    return { never, twice: done.length - new Set(done).size };
  },
  expect: { treatment: { never: 7, twice: 0 }, control: { never: 0, twice: 3 } },
});
