import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';

// What does silence mean? A proxy stands between the producer and the leader and swallows
// one message: the leader's answer to order 2, or the request itself. The producer has no
// way to tell the two apart. The log has.
export default experiment(lesson, 'no-answer-is-not-no', {
  arms: { treatment: { loses: 'dropResponses' }, control: { loses: 'swallowRequests' } },

  async run({ loses }, lab) {
    const orders = await lab.topic({ partitions: 1, replicas: 3, minInsync: 2 });
    const { leader } = await orders.partition(0);
    await using proxy = await lab.proxy(leader);
    const kafka = lab.kafkaWith({ brokers: [...lab.cluster.proxied], requestTimeout: 2_000 });
    const producer = await lab.connect(kafka.producer({ retry: { retries: 0 } }));

    const send = (value: string) =>
      producer.send({ topic: orders.name, acks: -1, messages: [{ value }] }).then(
        () => 'ok',
        (failure) => failure.cause.name,
      );

    await send('order 1');
    using lost = proxy[loses]('Produce', 1);
    const told = await send('order 2');

    const counts = await lab.history(orders).counts('unanswered', 'stored');
    return { told, struck: lost.struck, ...counts };
  },

  expect: {
    treatment: { told: 'KafkaJSRequestTimeoutError', struck: 1, unanswered: 1, stored: 2 },
    control: { told: 'KafkaJSRequestTimeoutError', struck: 1, unanswered: 1, stored: 1 },
  },
});
