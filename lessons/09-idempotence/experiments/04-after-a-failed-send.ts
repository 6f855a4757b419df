import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { packed } from './packed.ts';
import { throughProxies } from './through-proxies.ts';
import { idempotent } from './two-clients.ts';

// Order 2 is stored, but every answer is lost until its send has failed. Then the network is
// well again, and order 3 is sent. All producers are idempotent; what differs is who sends it.
export default experiment(lesson, 'kafkajs-can-lose-what-it-acknowledged', {
  arms: {
    treatment: { client: 'kafkajs', goesOn: 'the same producer' },
    'new-producer': { client: 'kafkajs', goesOn: 'a new producer' },
    'other-client': { client: '@platformatic/kafka', goesOn: 'the same producer' },
  },

  async run({ client, goesOn }, lab) {
    const { orders, proxy } = await throughProxies(lab);
    // #region send
    const producers = [await idempotent[client](lab, orders.name)];
    await producers.at(-1)?.send('order 1');

    const lost = proxy.dropResponses('Produce', 9);
    await producers.at(-1)?.send('order 2').catch(lab.noted);
    lost[Symbol.dispose]();

    if (goesOn === 'a new producer') producers.push(await idempotent[client](lab, orders.name));
    await producers.at(-1)?.send('order 3');
    // #endregion
    const told = await lab.history(orders).counts('acknowledged', 'unanswered', 'lost');
    return { producers: producers.length, ...told, packed: await packed(lab, orders) };
  },

  expect: {
    treatment: { producers: 1, acknowledged: 2, unanswered: 1, lost: 1, packed: '1 2' },
    'new-producer': { producers: 2, acknowledged: 2, unanswered: 1, lost: 0, packed: '1 2 3' },
    'other-client': { producers: 1, acknowledged: 2, unanswered: 1, lost: 0, packed: '1 2 3' },
  },
});
