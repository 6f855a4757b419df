import { experiment, numbered } from '@proving/lab';
import type { EachMessageHandler } from 'kafkajs';
import lesson from '../lesson.ts';
import { place } from './place.ts';
import { takes } from './work.ts';

// Packing an order takes two seconds, all of them awaited; the session is one second, and the
// handler never calls heartbeat(). Three partitions, two orders in each. In one arm the three
// are led by three brokers, in the other all by one, and two brokers have nothing to deliver.
export default experiment(lesson, 'idle-brokers-hide-a-slow-handler', {
  arms: { treatment: { leaders: 3 }, control: { leaders: 1 } },

  async run({ leaders }, lab) {
    const { brokers } = lab.cluster;
    const from = (first: number) => [...brokers.slice(first), ...brokers.slice(0, first)];
    const assignment = [0, 1, 2].map((partition) => from(partition % leaders));
    const orders = await lab.topic({ assignment });
    await place(lab, orders, numbered(1, 6), 3);

    const session = { sessionTimeout: 1_000, heartbeatInterval: 200 };
    const packer = lab.kafka.consumer({ groupId: lab.group('packer'), ...session });
    let joins = 0;
    packer.on(packer.events.GROUP_JOIN, () => void joins++);
    await lab.connect(packer);
    await packer.subscribe({ topic: orders.name, fromBeginning: true });
    const got: string[] = [];
    // #region handler
    const eachMessage: EachMessageHandler = async ({ message }) => {
      got.push(`${message.value}`);
      await takes(2_000);
    };
    // #endregion
    await packer.run({ eachMessage });
    await lab.eventually('four deliveries', () => got.length >= 4, { giveUpAfter: '30s' });
    return { different: new Set(got.slice(0, 4)).size, joins };
  },

  expect: { treatment: { different: 3, joins: 2 }, control: { different: 4, joins: 1 } },
});
