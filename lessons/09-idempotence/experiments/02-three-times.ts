import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { packed } from './packed.ts';
import { throughProxies } from './through-proxies.ts';

// Three requests with the same order reach the leader, from idempotent producers. The program
// calls send() three times; or it calls once and the client repeats it twice, because two
// answers are lost; or the program is started three times and calls once each time.
export default experiment(lesson, 'idempotent-is-not-your-retry', {
  arms: {
    treatment: { repeats: 'the program' },
    client: { repeats: 'the client' },
    restarts: { repeats: 'each start' },
  },

  async run({ repeats }, lab) {
    const { orders, proxy } = await throughProxies(lab);
    const kafka = lab.kafkaWith({ brokers: [...lab.cluster.proxied], requestTimeout: 2_000 });
    const start = () => lab.connect(kafka.producer({ idempotent: true }));
    const order = { topic: orders.name, messages: [{ value: 'order 1' }] };
    const told = { producers: 1, sends: 1 };

    if (repeats === 'the client') proxy.dropResponses('Produce', 2);
    let producer = await start();
    await producer.send(order);
    for (; told.sends < 3 && repeats !== 'the client'; told.sends += 1) {
      if (repeats === 'each start') producer = await start();
      if (repeats === 'each start') told.producers += 1;
      await producer.send(order);
    }
    const requests = proxy.seen.filter(({ api }) => api === 'Produce').length;
    return { ...told, requests, packed: await packed(lab, orders) };
  },

  expect: {
    treatment: { producers: 1, sends: 3, requests: 3, packed: '1 1 1' },
    client: { producers: 1, sends: 1, requests: 3, packed: '1' },
    restarts: { producers: 3, sends: 3, requests: 3, packed: '1 1 1' },
  },
});
