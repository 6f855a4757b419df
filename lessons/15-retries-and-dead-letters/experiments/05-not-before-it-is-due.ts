import { atLeast, experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { Clock } from './clock.ts';
import { DueReader } from './due-reader.ts';
import { minute, postpone } from './postpone.ts';

// One consumer reads two retry topics, one for each delay. An order that is due in ten minutes
// comes first, then three that are due in one. The experiment has a clock of its own.
export default experiment(lesson, 'a-delay-is-a-paused-partition', {
  arms: {
    treatment: { until: 'paused' },
    handler: { until: 'in the handler' },
    atOnce: { until: 'not at all' },
  },
  async run({ until }, lab) {
    const ten = await lab.topic({ title: 'retry-10m' });
    const one = await lab.topic({ title: 'retry-1m' });
    const clock = new Clock();
    const reader = new DueReader(lab, clock, until);
    const consumer = await reader.consumer(lab);
    await consumer.subscribe({ topics: [ten.name, one.name], fromBeginning: true });
    await consumer.run({ autoCommit: false, eachMessage: reader.handle });
    await postpone(lab, ten, 10 * minute, ['order 1']);
    await lab.eventually('order 1 is seen', () => reader.seen === 1);
    await postpone(lab, one, minute, ['order 2', 'order 3', 'order 4']);
    await lab.eventually('order 2 is seen', () => reader.seen > 1 || reader.isWaiting);
    clock.moveTo(minute);
    await lab.eventually('three are packed', () => reader.packed.length > 2 || reader.isStuck);
    clock.moveTo(10 * minute);
    await lab.eventually('all are packed', () => reader.packed.length === 4);
    const { early, late } = reader;
    return { packed: reader.packed.length, early, late };
  },
  expect: {
    treatment: { packed: 4, early: 0, late: 0 },
    handler: { packed: 4, early: 0, late: 3 },
    atOnce: { packed: 4, early: atLeast(1), late: 0 },
  },
});
