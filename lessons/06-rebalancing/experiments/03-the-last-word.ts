import { atLeast, atMost, between, experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { place } from './place.ts';
import { join, leave, program, stays, wait } from './stays.ts';

// Two packers share two partitions. One goes: it closes, or its process is killed. An order
// comes in for each partition. After how many milliseconds has the one that stays got both?
// All clients ask for a session of 3 s; under KIP-848 the brokers' 6 s may count instead.
export default experiment(lesson, 'leaving-is-faster-than-dying', {
  arms: {
    treatment: { groupProtocol: 'classic', end: 'kill' },
    left: { groupProtocol: 'classic', end: 'close' },
    consumer: { groupProtocol: 'consumer', end: 'kill' },
  },

  async run({ groupProtocol, end }, lab) {
    const orders = await lab.topic({ partitions: 2 });
    const setting = { groupId: lab.group('packer'), groupProtocol, sessionTimeout: 3_000 };
    const one = await stays(lab, orders, setting);
    const given = { ...setting, orders: orders.name, name: null };
    const other = await lab.process(program, given);
    await join(other);
    await lab.groupIsStable(setting.groupId, 2);
    await place(lab, orders, ['order 1', 'order 2'], 2);
    await other.says((word) => word === 'has an order', wait);
    // #region end
    const gone = performance.now();
    await (end === 'kill' ? other.kill() : leave(other));
    // #endregion
    one.from.clear();
    await place(lab, orders, ['order 3', 'order 4'], 2);
    await lab.eventually('both are delivered', () => one.from.size === 2, wait);
    return { bothAfterMs: Math.round(performance.now() - gone) };
  },

  expect: {
    treatment: { bothAfterMs: between(2_000, 4_900) },
    left: { bothAfterMs: atMost(1_900) },
    consumer: { bothAfterMs: atLeast(5_000) },
  },
});
