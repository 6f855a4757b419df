import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { order, orderOf, withNote, withNoteOrNone } from './order.ts';
import { openReader } from './reader.ts';

// Three versions: no note, one with a default, one without. Each fits its neighbours both ways.
export default experiment(lesson, 'not-transitive-not-safe', {
  arms: {
    treatment: { level: COMPATIBILITY.FULL_TRANSITIVE, from: 1 },
    lastOnly: { level: COMPATIBILITY.FULL, from: 1 },
    allHaveIt: { level: COMPATIBILITY.FULL_TRANSITIVE, from: 2 },
  },

  async run({ level, from }, lab) {
    const orders = await lab.topic();
    const registry = new SchemaRegistry({ host: (await lab.registry()).url });
    const rule = { subject: `${orders.name}-value`, compatibility: level };
    const producer = await lab.connect(lab.kafka.producer());
    // #region versions
    const versions = [order, withNoteOrNone, withNote].slice(from - 1);
    const taken: typeof versions = [];
    for (const schema of versions) {
      const registered = await registry.register(schema, rule).catch(lab.noted);
      if (!registered) break;
      const n = taken.push(schema);
      const value = await registry.encode(registered.id, orderOf(n));
      await producer.send({ topic: orders.name, messages: [{ key: `${n}`, value }] });
    }
    const own = { [SchemaType.AVRO]: { readerSchema: taken.at(-1) ?? order } };
    // #endregion
    const reader = await openReader(lab, orders, (value) => registry.decode(value, own));
    const [stored, defaultRemoved] = [taken.length, taken.includes(withNote)];
    return { defaultRemoved, stored, read: (await reader.ordersAmong(stored, stored)).length };
  },

  expect: {
    treatment: { defaultRemoved: false, stored: 2, read: 2 },
    lastOnly: { defaultRemoved: true, stored: 3, read: 2 },
    allHaveIt: { defaultRemoved: true, stored: 2, read: 2 },
  },
});
