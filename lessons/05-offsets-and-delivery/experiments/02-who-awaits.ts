import { experiment, numbered, type Program } from '@proving/lab';
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
    await send(numbered(1, 10));

    const group = lab.group('auto-packer');
    const given = { orders: topic, parcels: parcels.name, group, awaits };
    const packer = './programs/auto-packer.ts';
    const hears = (program: Program, said: string) => program.says((word) => word === said);
    const doomed = await lab.process(packer, { ...given, jamsAt: 4 });
    for (const order of numbered(1, 3)) await hears(doomed, `${order} is packed`);
    await hears(doomed, awaits ? 'jammed' : 'committed');
    await doomed.kill();

    const next = await lab.process(packer, given);
    await send(['order 11']);
    await hears(next, 'order 11 is packed');
    const packed = (await lab.readAll(parcels)).map(({ value }) => value);
    const never = numbered(1, 11).filter((order) => !packed.includes(order)).length;
    return { packed: packed.length, twice: packed.length - new Set(packed).size, never };
  },
  expect: {
    treatment: { packed: 4, twice: 0, never: 7 },
    control: { packed: 14, twice: 3, never: 0 },
  },
});
