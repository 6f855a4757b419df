import { experiment, type Topic } from '@proving/lab';
import lesson from '../lesson.ts';
import { compact, isCleaned } from './cleaner.ts';
import { days } from './time-stamp.ts';

// Ada asks to be forgotten, and the cleaner comes by. Then somebody moves, here or in another
// topic, and it comes by again. A reader knows the first day, was away, and goes on at the end.
export default experiment(lesson, 'tombstones-linger-until-new-traffic', {
  arms: {
    treatment: { 'delete.retention.ms': '0', traffic: 'here' },
    quiet: { 'delete.retention.ms': '0', traffic: 'elsewhere' },
    aDay: { 'delete.retention.ms': '86400000', traffic: 'here' },
  },
  async run({ traffic, ...keep }, lab) {
    const shape = { assignment: [[...lab.cluster.brokers]], config: { ...compact, ...keep } };
    const here = await lab.topic({ title: 'addresses', ...shape });
    const elsewhere = await lab.topic({ title: 'suppliers', ...shape });
    const busy = { here, elsewhere }[traffic];
    const producer = await lab.connect(lab.kafka.producer());
    const send = (to: Topic, day: number, key: string, value: string | null) =>
      producer.send({ topic: to.name, messages: [{ key, value, timestamp: days(day) }] });
    // #region ada
    await send(here, -4, 'ada', 'Elm Street');
    const firstDay = await lab.readAll(here);
    await send(here, -3, 'ada', null);
    await send(here, -2, 'bob', 'Oak Road');
    await isCleaned(lab, here);
    for (const day of [-1, 0]) await send(busy, day, 'eve', 'Hill');
    await isCleaned(lab, busy);
    // #endregion
    const log = await lab.readAll(here);
    const left = log.map(({ key, value }) => (value ? key : `${key} null`)).join(', ');
    const away = new Map([...firstDay, ...log].map(({ key, value }) => [key, value]));
    return { left, awayReaderHas: away.get('ada') ?? null };
  },

  expect: {
    treatment: { left: 'bob, eve, eve', awayReaderHas: 'Elm Street' },
    quiet: { left: 'ada null, bob', awayReaderHas: null },
    aDay: { left: 'ada null, bob, eve, eve', awayReaderHas: null },
  },
});
