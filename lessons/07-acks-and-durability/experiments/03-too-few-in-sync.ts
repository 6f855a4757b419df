import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// How few are too few? The followers are shut down politely, so that they leave the in-sync
// replicas at once and nobody has to be waited for. With one of three gone, two are left
// and two is the minimum. With two gone, the leader would be alone with its promise.
export default experiment(lesson, 'too-few-in-sync-refuses', {
  arms: { treatment: { down: 2 }, control: { down: 1 } },

  async run({ down }, lab) {
    const orders = await lab.topic({ partitions: 1, replicas: 3, minInsync: 2 });
    const { leader, followers } = await orders.partition(0);
    const producer = await lab.connect(lab.kafka.producer({ retry: { retries: 0 } }));

    const send = (values: string[]) => {
      const messages = values.map((value) => ({ value }));
      return producer.send({ topic: orders.name, acks: -1, messages }).catch(lab.noted);
    };

    await send(numbered(1, 10));
    for (const follower of followers.slice(0, down)) await lab.stop(follower);
    await orders.hasInSync([leader, ...followers.slice(down)]);
    await send(numbered(11, 20));

    const readable = (await lab.readAll(orders)).length;
    return {
      ...(await lab.history(orders).counts('sent', 'acknowledged', 'refused')),
      readable,
    };
  },

  expect: {
    treatment: { sent: 20, acknowledged: 10, refused: 10, readable: 10 },
    control: { sent: 20, acknowledged: 20, refused: 0, readable: 20 },
  },
});
