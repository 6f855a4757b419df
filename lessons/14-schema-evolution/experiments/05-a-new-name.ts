import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { numbersOf, orderOf, renamed, withNote } from './order.ts';
import { openReader } from './reader.ts';

// Five orders have a note. From now on it is called remark. Does the new reader find the notes?
// It looks even where the registry has said no.
export default experiment(lesson, 'a-rename-needs-an-alias', {
  arms: {
    treatment: { linked: 'by an alias' },
    default: { linked: 'by a default' },
    nothing: { linked: 'by nothing' },
  },

  async run({ linked }, lab) {
    const orders = await lab.topic();
    const registry = new SchemaRegistry({ host: (await lab.registry()).url });
    const rule = { subject: `${orders.name}-value`, compatibility: COMPATIBILITY.BACKWARD };
    const { id } = await registry.register(withNote, rule);
    const producer = await lab.connect(lab.kafka.producer());
    for (const n of numbersOf(1, 5)) {
      const value = await registry.encode(id, orderOf(n));
      await producer.send({ topic: orders.name, messages: [{ key: `${n}`, value }] });
    }
    const registered = await registry.register(renamed[linked], rule).catch(lab.noted);
    const own = { [SchemaType.AVRO]: { readerSchema: renamed[linked] } };
    const reader = await openReader(lab, orders, (value) => registry.decode(value, own));
    const read = await reader.ordersAmong(5, 5);
    const kept = read.filter(({ remark }) => remark === 'ring twice').length;
    const [taken, emptied] = [registered !== undefined, read.length - kept];
    return { taken, kept, emptied, refused: 5 - read.length };
  },

  expect: {
    treatment: { taken: true, kept: 5, emptied: 0, refused: 0 },
    default: { taken: true, kept: 0, emptied: 5, refused: 0 },
    nothing: { taken: false, kept: 0, emptied: 0, refused: 5 },
  },
});
