import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// A packer does two things with each order: it packs it, and it commits. They are two acts, so
// there is a moment between them. In that moment of order 4, its process is killed (SIGKILL).
// Then a second process takes over, under the same group. What has become of the ten orders?
export default experiment(lesson, 'commit-after-repeats', {
  arms: { treatment: { first: 'pack' }, control: { first: 'commit' } },

  async run({ first }, lab) {
    const orders = await lab.topic();
    const parcels = await lab.topic({ title: 'parcels' });
    const producer = await lab.connect(lab.kafka.producer());
    const messages = numbered(1, 10).map((value) => ({ value }));
    await producer.send({ topic: orders.name, messages });

    const group = lab.group('packer');
    const given = { orders: orders.name, parcels: parcels.name, group, first };
    // #region kill
    const packer = './programs/packer.ts';
    const fate = { standsAt: 'order 4' };
    const doomed = await lab.process(packer, { ...given, ...fate });
    await doomed.says((word) => word === 'stands still');
    await doomed.kill();

    const next = await lab.process(packer, given);
    await next.says((word) => word === 'order 10 is done');
    // #endregion
    const packed = (await lab.readAll(parcels)).map(({ value }) => value);
    const never = numbered(1, 10).filter((order) => !packed.includes(order)).length;
    const twice = packed.length - new Set(packed).size;
    return { packed: packed.length, twice, never };
  },

  expect: {
    treatment: { packed: 11, twice: 1, never: 0 },
    control: { packed: 9, twice: 0, never: 1 },
  },
});
