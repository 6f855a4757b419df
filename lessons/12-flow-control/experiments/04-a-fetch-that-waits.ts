import { atLeast, atMost, between, experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// Little traffic: five small orders, each sent when the one before it has arrived. A fetch is
// open at the broker by then. What does the broker wait for before it answers?
export default experiment(lesson, 'small-fetches-wait', {
  arms: {
    treatment: { minBytes: 100_000, maxWaitTimeInMs: 1_200 },
    atOnce: { minBytes: 1, maxWaitTimeInMs: 1_200 },
    shorter: { minBytes: 100_000, maxWaitTimeInMs: 400 },
  },

  async run({ minBytes, maxWaitTimeInMs }, lab) {
    const orders = await lab.topic();
    const producer = await lab.connect(lab.kafka.producer());
    // #region fetch
    const groupId = lab.group('packer');
    const fetching = { minBytes, maxWaitTimeInMs };
    const packer = lab.kafka.consumer({ groupId, ...fetching });
    // #endregion
    await lab.connect(packer);
    await packer.subscribe({ topic: orders.name, fromBeginning: true });
    const arrivals: number[] = [];
    await packer.run({ eachMessage: async () => void arrivals.push(performance.now()) });

    for (const [i, value] of numbered(1, 5).entries()) {
      await producer.send({ topic: orders.name, messages: [{ value }] });
      await lab.eventually(`${value} has arrived`, () => arrivals.length > i);
    }
    // #region typical
    const waits = arrivals.slice(1).map((at, i) => at - (arrivals[i] ?? at));
    const [, shorter = 0, longer = 0] = waits.toSorted((a, b) => a - b);
    const typicalMs = Math.round((shorter + longer) / 2);
    // #endregion
    return { arrived: arrivals.length, typicalMs };
  },

  expect: {
    treatment: { arrived: 5, typicalMs: atLeast(1_190) },
    atOnce: { arrived: 5, typicalMs: atMost(390) },
    shorter: { arrived: 5, typicalMs: between(395, 1_150) },
  },
});
