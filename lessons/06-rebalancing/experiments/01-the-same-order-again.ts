import { experiment, numbered } from '@proving/lab';
import type { EachMessageHandler } from 'kafkajs';
import lesson from '../lesson.ts';
import { place } from './place.ts';
import { blocks } from './work.ts';

// The work on an order blocks the event loop for three seconds; the group forgets a member that
// was silent for one and a half. One arm works in one piece, the other in ten, with a heartbeat
// after each. Of how many different orders are the first three deliveries?
export default experiment(lesson, 'a-blocked-event-loop-loses-the-partition', {
  arms: { treatment: { pieces: 1 }, control: { pieces: 10 } },

  async run({ pieces }, lab) {
    const orders = await lab.topic();
    await place(lab, orders, numbered(1, 5));
    // #region session
    const session = { sessionTimeout: 1_500, heartbeatInterval: 200 };
    // #endregion
    const packer = lab.kafka.consumer({ groupId: lab.group('packer'), ...session });
    let joins = 0;
    packer.on(packer.events.GROUP_JOIN, () => void joins++);
    await lab.connect(packer);
    await packer.subscribe({ topic: orders.name, fromBeginning: true });
    const got: string[] = [];
    const eachMessage: EachMessageHandler = async ({ message, heartbeat }) => {
      got.push(`${message.value}`);
      // #region pieces
      for (let piece = 1; piece <= pieces; piece++) {
        blocks(3_000 / pieces);
        await heartbeat();
      }
      // #endregion
    };
    await packer.run({ eachMessage });
    await lab.eventually('three deliveries', () => got.length >= 3, { giveUpAfter: '30s' });
    return { different: new Set(got.slice(0, 3)).size, joins };
  },

  expect: { treatment: { different: 1, joins: 3 }, control: { different: 3, joins: 1 } },
});
