import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { batchesIn, isWhole } from './record-batch.ts';

// A hundred orders in one send, or in a hundred sends. Then we open the leader's file.
//
// Every order is 9 bytes long and all have one time stamp, so the size can be worked out: a
// batch header takes 61 bytes, a record 16. From the 65th of a batch on it takes 17, because
// its number in the batch no longer fits into one byte.
export default experiment(lesson, 'records-live-in-batches', {
  arms: { treatment: { perSend: 100 }, control: { perSend: 1 } },
  async run({ perSend }, lab) {
    const orders = await lab.topic({ replicas: 1 });
    const producer = await lab.connect(lab.kafka.producer());
    const timestamp = String(Date.now());
    const values = numbered(100, 199);
    for (let from = 0; from < values.length; from += perSend) {
      const some = values.slice(from, from + perSend);
      const messages = some.map((value) => ({ value, timestamp }));
      await producer.send({ topic: orders.name, messages });
    }
    // #region open
    const { leader } = await orders.partition(0);
    const files = await lab.cluster.use('files');
    const folder = await files.path(leader, `${orders.name}-0`);
    const first = '00000000000000000000.log';
    const log = await readFile(join(folder, first));
    // #endregion
    const batches = batchesIn(log);
    await lab.batchesOf(orders);
    const records = batches.reduce((sum, batch) => sum + batch.records, 0);
    const checksumsRight = batches.filter((batch) => isWhole(log, batch)).length;
    return { records, bytes: log.length, batches: batches.length, checksumsRight };
  },

  expect: {
    treatment: { records: 100, bytes: 61 + 64 * 16 + 36 * 17, batches: 1, checksumsRight: 1 },
    control: { records: 100, bytes: 100 * (61 + 16), batches: 100, checksumsRight: 100 },
  },
});
