import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// Is what was acknowledged also readable? Both followers stand still for so long that they
// drop out, and the leader is alone in sync. It acknowledges orders 6 to 10, asked for
// acks=1. Whether anybody may read them is another question, and min.insync.replicas
// answers it.
export default experiment(lesson, 'min-isr-gates-visibility', {
  arms: { treatment: { minInsync: 2 }, control: { minInsync: 1 } },

  async run({ minInsync }, lab) {
    const orders = await lab.topic({ partitions: 1, replicas: 3, minInsync });
    const { leader, followers } = await orders.partition(0);
    const producer = await lab.connect(lab.kafka.producer({ retry: { retries: 0 } }));

    const send = (values: string[], acks: number) =>
      producer.send({ topic: orders.name, acks, messages: values.map((value) => ({ value })) });

    await send(numbered(1, 5), -1);
    await using frozen = await lab.freeze(followers);
    await orders.hasInSync([leader]);
    await send(numbered(6, 10), 1);
    await orders.snapshot();
    const readableAlone = (await lab.readAll(orders)).length;

    await frozen.thaw();
    await orders.isReplicated();
    const readableTogether = (await lab.readAll(orders)).length;

    const { acknowledged } = await lab.history(orders).counts('acknowledged');
    return { acknowledged, readableAlone, readableTogether };
  },

  expect: {
    treatment: { acknowledged: 10, readableAlone: 5, readableTogether: 10 },
    control: { acknowledged: 10, readableAlone: 10, readableTogether: 10 },
  },
});
