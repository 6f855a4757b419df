import { experiment, numbered } from '@proving/lab';
import type { EachMessageHandler } from 'kafkajs';
import lesson from '../lesson.ts';
import { outOfOrder } from './out-of-order.ts';
import { place } from './place.ts';
import { waiting } from './retrying.ts';
import { Table } from './table.ts';

// Twelve orders of four customers in one partition. The warehouse has no answer about order 1
// for two tries. Where does it wait for the third: in the handler, or in a topic of its own?
export default experiment(lesson, 'retry-topics-break-order', {
  arms: { treatment: { waits: 'in a retry topic' }, control: { waits: 'in the handler' } },
  async run({ waits }, lab) {
    const orders = await lab.topic();
    const retries = await lab.topic({ title: 'retries' });
    const labels = await lab.topic({ title: 'labels' });
    const producer = await place(lab, orders, numbered(1, 12));
    const table = new Table(producer, labels, [['order 1', 2]]);
    const handle = waiting(table, producer, retries.name)[waits];
    let handled = 0;
    const reads = async (topic: string, who: string) => {
      const reader = await lab.connect(lab.kafka.consumer({ groupId: lab.group(who) }));
      await reader.subscribe({ topic, fromBeginning: true });
      const eachMessage: EachMessageHandler = (each) => handle(each).then(() => void handled++);
      await reader.run({ eachMessage });
    };
    await reads(orders.name, 'packer');
    await lab.eventually('the packer is through', () => handled === 12);
    await reads(retries.name, 'retries');
    await lab.eventually('order 1 is packed', () => (table.tries.get('order 1') ?? 0) > 2);
    await labels.endsAt(12);
    const made = await lab.readAll(labels);
    const before = made.findIndex(({ value }) => value === 'order 1');
    return { before, wrongOrder: outOfOrder(made) };
  },
  expect: {
    treatment: { before: 11, wrongOrder: 1 },
    control: { before: 0, wrongOrder: 0 },
  },
});
