import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// Here the client commits by itself. The packing table is jammed from order 4 on; then the
// process is killed. Whether anything is lost is up to the handler: does it wait for an order
// to be packed, or does it start the work and return? The kill comes when neither can go on.
export default experiment(lesson, 'commit-before-loses', {
  arms: { treatment: { awaits: false }, control: { awaits: true } },

  async run({ awaits }, lab) {
    const orders = await lab.topic();
    const parcels = await lab.topic({ title: 'parcels' });
    const topic = orders.name;
    const producer = await lab.connect(lab.kafka.producer());
    const send = (values: string[]) =>
      producer.send({ topic, messages: values.map((value) => ({ value })) });
    const packed = async () => (await lab.readAll(parcels)).map(({ value }) => value);
    await send(numbered(1, 10));

    const groupId = lab.group('packer');
    const given = { orders: topic, parcels: parcels.name, group: groupId, awaits };
    const packer = './programs/auto-packer.ts';
    const doomed = await lab.process(packer, { ...given, jamsAt: 4 });
    await lab.eventually('three parcels', async () => (await packed()).length === 3);
    await doomed.says((word) => word === (awaits ? 'jammed' : 'committed'));
    await doomed.kill();

    await lab.process(packer, given);
    await send(['order 11']);
    await lab.eventually('order 11 packed', async () => (await packed()).includes('order 11'));
    const all = await packed();
    const never = numbered(1, 11).filter((order) => !all.includes(order)).length;
    return { packed: all.length, twice: all.length - new Set(all).size, never };
  },

  expect: {
    treatment: { packed: 4, twice: 0, never: 7 },
    control: { packed: 14, twice: 3, never: 0 },
  },
});
