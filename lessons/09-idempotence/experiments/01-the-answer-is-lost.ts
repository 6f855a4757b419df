import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { packed } from './packed.ts';
import { throughProxies } from './through-proxies.ts';

// Three orders are sent, each awaited. The leader stores order 2 and says so, but a proxy loses
// the answer. After its time-out the client sends order 2 again, as it was told to. Does the
// leader know that it has it?
export default experiment(lesson, 'a-lost-answer-duplicates', {
  arms: { treatment: { idempotent: false }, control: { idempotent: true } },

  async run({ idempotent }, lab) {
    const { orders, proxy } = await throughProxies(lab);
    const kafka = lab.kafkaWith({ brokers: [...lab.cluster.proxied], requestTimeout: 2_000 });
    // #region send
    const producer = await lab.connect(kafka.producer({ idempotent }));
    const send = (value: string) =>
      producer.send({ topic: orders.name, messages: [{ value }] });

    await send('order 1');
    const lost = proxy.dropResponses('Produce', 1);
    await send('order 2');
    await send('order 3');
    // #endregion
    const { acknowledged } = await lab.history(orders).counts('acknowledged');
    return { acknowledged, answersLost: lost.struck, packed: await packed(lab, orders) };
  },

  expect: {
    treatment: { acknowledged: 3, answersLost: 1, packed: '1 2 2 3' },
    control: { acknowledged: 3, answersLost: 1, packed: '1 2 3' },
  },
});
