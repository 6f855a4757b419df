import { atLeast, experiment } from '@proving/lab';
import type { EachMessageHandler } from 'kafkajs';
import lesson from '../lesson.ts';
import { policies } from './policies.ts';
import { counted, tenRecords } from './ten-records.ts';

// Ten records in two partitions. In the first, the warehouse has no answer about order 2 for
// two tries, and the fourth record is none that anybody can read. Four ways to go on.
export default experiment(lesson, 'one-poison-record-stops-its-partition', {
  arms: {
    treatment: { policy: 'throw' },
    insist: { policy: 'try again' },
    skip: { policy: 'skip' },
    aside: { policy: 'set aside' },
  },
  async run({ policy }, lab) {
    const shop = await tenRecords(lab);
    const [group, retry] = [lab.group('packer'), { retries: 2, initialRetryTime: 30 }];
    const packer = await lab.connect(lab.kafka.consumer({ groupId: group, retry }));
    let [crashes, over] = [0, false];
    packer.on('consumer.crash', () => void crashes++);
    await packer.subscribe({ topic: shop.orders.name, fromBeginning: true });
    const decide = policies(shop, () => over)[policy];
    const eachMessage: EachMessageHandler = async (delivered) => {
      await decide(delivered);
      const { topic, partition, message } = delivered;
      const offset = `${Number(message.offset) + 1}`;
      await packer.commitOffsets([{ topic, partition, offset }]);
    };
    await packer.run({ autoCommit: false, partitionsConsumedConcurrently: 2, eachMessage });
    const found = await counted(lab, group, shop).finally(() => (over = true));
    return { ...found, crashes };
  },
  expect: {
    treatment: { packed: 7, waiting: 3, aside: 0, gone: 0, crashes: atLeast(1) },
    insist: { packed: 7, waiting: 3, aside: 0, gone: 0, crashes: 0 },
    skip: { packed: 8, waiting: 0, aside: 0, gone: 2, crashes: 0 },
    aside: { packed: 9, waiting: 0, aside: 1, gone: 0, crashes: 0 },
  },
});
