import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { outOfOrder } from './out-of-order.ts';
import { packing, stored } from './packing.ts';
import { place } from './place.ts';
import { Table } from './table.ts';

// The same twelve orders, and no answer about order 1 until the warehouse is repaired. Order 1
// is parked in a topic. After order 6 the packer is restarted; at the end the car park is
// emptied. What else must be parked, and how does the new packer know?
export default experiment(lesson, 'parking-a-key-keeps-order', {
  arms: {
    treatment: { parks: 'the key' },
    record: { parks: 'the record' },
    memory: { parks: 'the key, in memory' },
  },
  async run({ parks }, lab) {
    const orders = await lab.topic();
    const parked = await lab.topic({ title: 'parked' });
    const labels = await lab.topic({ title: 'labels' });
    const producer = await place(lab, orders, numbered(1, 6));
    const table = new Table(producer, labels, [['order 1', Number.POSITIVE_INFINITY]]);
    const group = lab.group('packer');
    const given = { group, parks, table, producer, orders: orders.name, parked: parked.name };
    await packing(lab, given, 6);
    await place(lab, orders, numbered(7, 12), { before: 6 });
    await packing(lab, given, 6);
    const [meanwhile, inPark] = await Promise.all([stored(lab, labels), stored(lab, parked)]);
    lab.step(`the warehouse is repaired; ${inPark} orders are in the car park`);
    table.unanswered.clear();
    const emptying = { ...given, group: lab.group('emptying'), orders: parked.name };
    await packing(lab, { ...emptying, parks: 'nothing' }, inPark);
    return { meanwhile, inPark, wrongOrder: outOfOrder(await lab.readAll(labels)) };
  },
  expect: {
    treatment: { meanwhile: 9, inPark: 3, wrongOrder: 0 },
    record: { meanwhile: 11, inPark: 1, wrongOrder: 1 },
    memory: { meanwhile: 10, inPark: 2, wrongOrder: 2 },
  },
});
