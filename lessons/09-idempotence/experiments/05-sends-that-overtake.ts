import { experiment, oneOf } from '@proving/lab';
import lesson from '../lesson.ts';
import { packed } from './packed.ts';
import { throughProxies } from './through-proxies.ts';
import { idempotent } from './two-clients.ts';

// Orders 2, 3 and 4 from one idempotent producer; the answer to order 2 is lost once, and its
// retry gets through, so no send fails. Whichever other order goes out before that retry gets
// order 2's number: which one that is, is the client's affair. `open`: sends open at once.
export default experiment(lesson, 'await-each-send-in-kafkajs', {
  arms: {
    treatment: { client: 'kafkajs', sends: 'in parallel' },
    awaited: { client: 'kafkajs', sends: 'one by one' },
    'other-client': { client: '@platformatic/kafka', sends: 'in parallel' },
  },

  async run({ client, sends }, lab) {
    const { orders, proxy } = await throughProxies(lab);
    const producer = await idempotent[client](lab, orders.name);
    await producer.send('order 1');
    proxy.dropResponses('Produce', 1);
    let open = 0;
    // #region send
    const made: Promise<unknown>[] = [];
    for (const order of ['order 2', 'order 3', 'order 4']) {
      made.push(producer.send(order));
      open = sends === 'in parallel' ? made.length : 1;
      if (sends === 'one by one') await made.at(-1);
    }
    await Promise.all(made);
    // #endregion
    const told = await lab.history(orders).counts('acknowledged', 'lost');
    return { open, ...told, packed: await packed(lab, orders) };
  },
  expect: {
    treatment: { open: 3, acknowledged: 4, lost: 1, packed: oneOf('1 2 3 2', '1 2 4 2') },
    awaited: { open: 1, acknowledged: 4, lost: 0, packed: '1 2 3 4' },
    'other-client': { open: 3, acknowledged: 4, lost: 0, packed: '1 2 3 4' },
  },
});
