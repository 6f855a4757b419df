import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// Two programs read one topic of two partitions. The second was copied from the first; the arms
// differ in whether somebody changed the line that says who it is. A look at the lag says when
// all is read, and nothing more.
export default experiment(lesson, 'a-group-is-an-identity', {
  arms: { treatment: { billingIs: 'packing' }, control: { billingIs: 'billing' } },

  async run({ billingIs }, lab) {
    const orders = await lab.topic({ partitions: 2 });
    const topic = orders.name;
    const groups = { packing: lab.group('packing'), billing: lab.group('billing') };
    const read = { packing: 0, billing: 0 };
    // #region read
    const startReading = async (clientId: 'packing' | 'billing', groupId: string) => {
      const kafka = lab.kafkaWith({ clientId });
      const reader = await lab.connect(kafka.consumer({ groupId, heartbeatInterval: 100 }));
      await reader.subscribe({ topic, fromBeginning: true });
      await reader.run({ eachMessage: async () => void read[clientId]++ });
    };
    await startReading('packing', groups.packing);
    await startReading('billing', groups[billingIs]);
    // #endregion
    const ids = new Set([groups.packing, groups[billingIs]]);
    for (const id of ids) await lab.groupIsStable(id, 3 - ids.size);

    const producer = await lab.connect(lab.kafka.producer());
    const messages = numbered(1, 20).map((value) => ({ value }));
    await producer.send({ topic, messages });

    const lags = async () => (await Promise.all([...ids].map((id) => lab.lagOf(id, orders)))).flat();
    await lab.eventually('no lag', async () => (await lags()).every(({ lag }) => lag === 0));
    return { packed: read.packing, billed: read.billing };
  },

  expect: {
    treatment: { packed: 10, billed: 10 },
    control: { packed: 20, billed: 20 },
  },
});
