import { between, experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { join, program, stays, wait } from './stays.ts';

// A packer is killed, and a process that stands ready takes its place, in two arms under the
// same name. How often must its colleague join again, and how much of its work does it get?
export default experiment(lesson, 'static-members-come-back', {
  arms: {
    treatment: { name: 'packer-2', back: 'at once' },
    dynamic: { name: null, back: 'at once' },
    late: { name: 'packer-2', back: 'too late' },
  },
  async run({ name, back }, lab) {
    const orders = await lab.topic({ partitions: 4 });
    const groupId = lab.group('packer');
    const setting = { groupId, groupProtocol: 'classic', sessionTimeout: 6_000 } as const;
    const colleague = await stays(lab, orders, setting);
    const given = { ...setting, orders: orders.name, name };
    const [one, next] = [await lab.process(program, given), await lab.process(program, given)];
    await next.says((word) => word === 'is loaded', wait);
    const { partitions, generation } = await join(one);
    await lab.eventually('they share', () => colleague.generation === generation, wait);
    colleague.joins = 0;
    colleague.dealt.clear();
    // #region again
    await one.kill();
    const moved = () => colleague.dealt.size === 4;
    if (back === 'too late') await lab.eventually('all four have moved', moved, wait);
    const again = await join(next);
    // #endregion
    const reached = () => colleague.generation === again.generation;
    await lab.eventually('they share again', reached, wait);
    const takenOver = partitions.filter((partition) => colleague.dealt.has(partition)).length;
    return { joins: colleague.joins, takenOver };
  },
  expect: {
    treatment: { joins: 0, takenOver: 0 },
    dynamic: { joins: 1, takenOver: between(0, 2) },
    late: { joins: 2, takenOver: 2 },
  },
});
