import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// The leader says "ok" and dies. Is the order still there? Orders 11 to 20 are sent while
// both followers are frozen, so the leader is the only broker that ever holds them. Asked
// for acks=all it does not promise them; asked for acks=1 it promises, and is killed.
export default experiment(lesson, 'acknowledged-survives', {
  arms: { treatment: { acks: -1 }, control: { acks: 1 } },

  async run({ acks }, lab) {
    const orders = await lab.topic({ partitions: 1, replicas: 3, minInsync: 2 });
    const { leader, followers } = await orders.partition(0);
    const kafka = lab.kafkaWith({ brokers: [await lab.addressOf(leader)] });
    const producer = await lab.connect(kafka.producer({ retry: { retries: 0 } }));

    const send = (values: string[], timeout: number) => {
      const messages = values.map((value) => ({ value }));
      return producer.send({ topic: orders.name, acks, timeout, messages }).catch(lab.noted);
    };

    await send(numbered(1, 10), 2_000);
    await orders.isReplicated();

    // #region alone
    await using frozen = await lab.freeze(followers);
    await send(numbered(11, 20), 300);
    await lab.kill(leader);
    await frozen.thaw();
    await orders.hasLeaderOtherThan(leader);
    // #endregion
    return lab.history(orders).counts('sent', 'acknowledged', 'stored', 'lost');
  },

  expect: {
    treatment: { sent: 20, acknowledged: 10, stored: 10, lost: 0 },
    control: { sent: 20, acknowledged: 20, stored: 10, lost: 10 },
  },
});
