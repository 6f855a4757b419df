import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { begin } from './begin.ts';
import { readers } from './readers.ts';

// Two transactions are open in one partition at once; the one that began second is aborted
// first. Each marker is waited for, so that the log is the same in every run. Order 3 is sent
// plainly behind them, to tell the reader that it has seen everything.
export default experiment(lesson, 'kafkajs-leaks-an-aborted-record', {
  arms: { treatment: { client: 'kafkajs' }, control: { client: '@platformatic/kafka' } },

  async run({ client }, lab) {
    const orders = await lab.topic();
    // #region overlap
    const first = await begin(lab, 'A', orders, { value: 'order 1' });
    const second = await begin(lab, 'B', orders, { value: 'order 2' });
    await second.abort();
    await orders.endsAt(3);
    await first.abort();
    await orders.endsAt(4);
    // #endregion

    const plain = await lab.connect(lab.kafka.producer());
    await plain.send({ topic: orders.name, messages: [{ value: 'order 3' }] });
    const read = await readers[client](lab, orders.name, 'order 3');
    return { read: read.join(', ') };
  },

  expect: {
    treatment: { read: 'order 1, order 3' },
    control: { read: 'order 3' },
  },
});
