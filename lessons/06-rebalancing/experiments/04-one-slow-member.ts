import { atLeast, experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { join } from './join.ts';
import { place } from './place.ts';

// The third of three packers is busy with a long order when a fourth comes, and six orders are
// placed, one in each partition. How many are packed before it is done, or 3 s have passed?
export default experiment(lesson, 'one-slow-member-stops-everyone', {
  arms: {
    treatment: { protocol: 'classic', slow: true },
    quick: { protocol: 'classic', slow: false },
    consumer: { protocol: 'consumer', slow: true },
  },
  async run({ protocol, slow }, lab) {
    const orders = await lab.topic({ partitions: 6 });
    const long = Promise.withResolvers<void>();
    const group = { lab, orders, groupId: lab.group('packer'), packed: new Set<string>() };
    const member = (work?: Promise<void>) => join[protocol]({ ...group, work });
    const [a, b, c] = [member(), member(), member(slow ? long.promise : undefined)];
    await lab.groupIsStable(group.groupId, 3);
    await place(lab, orders, numbered(1, 6), 6);
    await lab.eventually('all have begun', () => [a, b, c].every(({ begun }) => begun));
    for (const each of [a, b, c]) each.joins = 0;
    const d = member();
    await lab.eventually('d is noticed', () => d.joins > 0 || (a.waiting && b.waiting));
    await place(lab, orders, numbered(7, 12), 6);
    const later = () => numbered(7, 12).filter((order) => group.packed.has(order)).length;
    const four = lab.eventually('four are packed', () => later() > 3, { giveUpAfter: '3s' });
    const meanwhile = await four.then(later, later);
    long.resolve();
    await lab.groupIsStable(group.groupId, 4);
    await lab.eventually('all are in', () => d.joins > 0 && ![a, b, c].some((m) => m.waiting));
    return { meanwhile, joins: [a, b, c, d].map(({ joins }) => joins) };
  },
  expect: {
    treatment: { meanwhile: 0, joins: [1, 1, 1, 1] },
    quick: { meanwhile: atLeast(4), joins: [1, 1, 1, 1] },
    consumer: { meanwhile: atLeast(4), joins: [0, 0, 0, 1] },
  },
});
