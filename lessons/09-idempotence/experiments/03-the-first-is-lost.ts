import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { producerByHand } from './by-hand.ts';
import { packed } from './packed.ts';
import { throughProxies } from './through-proxies.ts';

// A producer by hand: no library decides here. Order 1 is stored. Orders 2, 3 and 4 go off, the
// request with order 2 is lost, and what was not answered with ok is sent again, in its order.
export default experiment(lesson, 'order-survives-retries-only-with-sequence-numbers', {
  arms: {
    treatment: { numbers: false, inFlight: 3 },
    numbered: { numbers: true, inFlight: 3 },
    'one-by-one': { numbers: false, inFlight: 1 },
  },

  async run({ numbers, inFlight }, lab) {
    const { orders, proxy } = await throughProxies(lab);
    await using producer = await producerByHand(lab, proxy.broker, numbers);
    const send = (order: string) => producer.send(orders.name, order);
    const answers = [await send('order 1')];
    proxy.swallowRequests('Produce', 1);
    // #region again
    let unsure = numbered(2, 4);
    while (unsure.length > 0) {
      const flight = unsure.slice(0, inFlight);
      const said = await Promise.all(flight.map(send));
      answers.push(...said);
      unsure = unsure.filter((order) => said[flight.indexOf(order)] !== 'ok');
    }
    // #endregion
    const refused = answers.filter((each) => each === 'OUT_OF_ORDER_SEQUENCE_NUMBER').length;
    return { requests: answers.length, refused, packed: await packed(lab, orders) };
  },

  expect: {
    treatment: { requests: 5, refused: 0, packed: '1 3 4 2' },
    numbered: { requests: 7, refused: 2, packed: '1 2 3 4' },
    'one-by-one': { requests: 5, refused: 0, packed: '1 2 3 4' },
  },
});
