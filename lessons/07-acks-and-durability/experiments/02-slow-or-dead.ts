import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// For whom does acks=all wait? One follower falls silent. Frozen, it still counts as in
// sync, and the leader waits for it although two replicas have the orders and two is the
// minimum. Shut down, it has left the in-sync replicas, and nobody waits for it.
export default experiment(lesson, 'all-means-all-in-sync', {
  arms: { treatment: { silence: 'freeze' }, control: { silence: 'stop' } },

  async run({ silence }, lab) {
    const orders = await lab.topic({ partitions: 1, replicas: 3, minInsync: 2 });
    const { leader, followers } = await orders.partition(0);
    const kafka = lab.kafkaWith({ brokers: [await lab.addressOf(leader)] });
    const producer = await lab.connect(kafka.producer({ retry: { retries: 0 } }));

    const send = (values: string[], timeout: number) => {
      const messages = values.map((value) => ({ value }));
      return producer
        .send({ topic: orders.name, acks: -1, timeout, messages })
        .catch(lab.noted);
    };

    await send(numbered(1, 10), 2_000);
    for (const follower of followers.slice(0, 1)) await lab[silence](follower);
    await send(numbered(11, 20), 300);

    return lab.history(orders).counts('sent', 'acknowledged', 'refused', 'unanswered');
  },

  expect: {
    treatment: { sent: 20, acknowledged: 10, refused: 0, unanswered: 10 },
    control: { sent: 20, acknowledged: 20, refused: 0, unanswered: 0 },
  },
});
