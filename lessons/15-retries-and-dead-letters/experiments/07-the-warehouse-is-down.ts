import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { breakerOf, wholeWay } from './breaker.ts';
import { careful } from './careful.ts';
import { Clock } from './clock.ts';
import { place } from './place.ts';
import { Warehouse } from './warehouse.ts';

// The warehouse is down when seven more orders come in. Three failures make a dead letter, or
// open a breaker, for 30 s of the experiment's clock. After 60 s the warehouse is back.
export default experiment(lesson, 'a-breaker-stops-the-calls', {
  arms: { treatment: { next: 'half-open' }, blunt: { next: 'closed' }, none: { next: null } },

  async run({ next }, lab) {
    const [orders, warehouse] = [await lab.topic(), await Warehouse.beside(lab)];
    await place(lab, orders, numbered(1, 3));
    const clock = new Clock();
    const breaker = breakerOf(clock, next);
    const packer = await lab.connect(lab.kafka.consumer({ groupId: lab.group('packer') }));
    await packer.subscribe({ topic: orders.name, fromBeginning: true });
    await packer.run({ autoCommit: false, eachMessage: careful(breaker, warehouse) });
    await lab.eventually('three are packed', () => warehouse.packed === 3);
    warehouse.isDown = true;
    await place(lab, orders, numbered(4, 10), { before: 3 });
    const isOpen = (times: number) => () => breaker.opened === times || warehouse.decided > 9;
    await lab.eventually('it opens', isOpen(1));
    const { undelivered: inLog } = await lab.history(orders).counts('undelivered');
    clock.moveTo(30_000);
    await lab.eventually('it opens again', isOpen(2));
    warehouse.isDown = false;
    clock.moveTo(60_000);
    await lab.eventually('all is decided', () => warehouse.decided === 10);
    return { states: `${breaker.states}`, vain: warehouse.vain, inLog, dead: warehouse.dead };
  },
  expect: {
    treatment: { states: wholeWay, vain: 3 + 1, inLog: 6, dead: 0 },
    blunt: { states: 'closed,open,closed,open,closed', vain: 3 + 3, inLog: 6, dead: 0 },
    none: { states: 'closed', vain: 7 * 3, inLog: 0, dead: 7 },
  },
});
