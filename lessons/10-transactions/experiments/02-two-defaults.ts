import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { readers } from './readers.ts';

// Two readers that ask for no isolation level: the consumer that comes with Kafka, written with
// the Java client, and one of kafkajs. Order 2 was aborted. Order 3 was committed, so whoever
// has read that one was past order 2.
export default experiment(lesson, 'defaults-differ', {
  arms: { treatment: { reader: 'kafka-console-consumer' }, control: { reader: 'kafkajs' } },

  async run({ reader }, lab) {
    const orders = await lab.topic();
    const transactionalId = lab.transactionalId('checkout');
    const own = { transactionalId, idempotent: true, maxInFlightRequests: 1 };
    const producer = await lab.connect(lab.kafka.producer(own));

    for (const value of ['order 1', 'order 2', 'order 3']) {
      const transaction = await producer.transaction();
      await transaction.send({ topic: orders.name, messages: [{ value }] });
      await (value === 'order 2' ? transaction.abort() : transaction.commit());
    }

    const read = await readers[reader](lab, orders.name, 'order 3');
    return { read: read.join(', ') };
  },

  expect: {
    treatment: { read: 'order 1, order 2, order 3' },
    control: { read: 'order 1, order 3' },
  },
});
