import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { customers, partitions, sendAll, together } from './customers.ts';
import { sentAgain } from './sent-again.ts';
import { begin } from './twins.ts';

const few = together('CRC32');

// Twelve customers have an address and order a pen; both topics have three partitions. Who
// places the orders otherwise leaves most of them with a task that has never heard of their
// address.
export default experiment(lesson, 'both-sides-must-hash-alike', {
  arms: {
    treatment: { orders: 'murmur2' },
    another: { orders: 'CRC32' },
    moved: { orders: 'CRC32, sent again' },
  },

  async run({ orders: by }, lab) {
    const placed = await lab.topic({ title: 'orders', partitions });
    const addresses = await lab.topic({ title: 'addresses', partitions });
    const hash = by === 'murmur2' ? 'murmur2' : 'CRC32';
    await sendAll(lab, { orders: placed, addresses }, hash);
    // #region join
    const again = by === 'CRC32, sent again';
    const orders = again ? await sentAgain(lab, placed) : placed;
    const join = await begin(lab, 'stream and table', { orders, addresses });
    await join.processed(2 * customers.length);
    // #endregion
    const { said, sameAsStreams } = await join.said();
    const found = customers.filter((key) => said[key]?.[0] === 'pen to Oslo');
    return { addressed: found.length, found, again, sameAsStreams };
  },

  expect: {
    treatment: { addressed: 12, found: customers, again: false, sameAsStreams: true },
    another: { addressed: few.length, found: few, again: false, sameAsStreams: true },
    moved: { addressed: 12, found: customers, again: true, sameAsStreams: true },
  },
});
