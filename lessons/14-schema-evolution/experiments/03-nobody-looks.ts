import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { numbersOf, order, orderOf, withNote } from './order.ts';
import { openReader } from './reader.ts';

// The wrong way round once more: the writer has dropped the note, and the old reader is up. Now
// it decodes as the client does when it is told nothing: by the schema of whoever wrote.
export default experiment(lesson, 'a-decoder-told-nothing-hides-it', {
  arms: { treatment: { told: 'nothing' }, control: { told: 'its own schema' } },

  async run({ told }, lab) {
    const orders = await lab.topic();
    const registry = new SchemaRegistry({ host: (await lab.registry()).url });
    const subject = `${orders.name}-value`;
    const rule = { subject, compatibility: COMPATIBILITY.BACKWARD };
    const producer = await lab.connect(lab.kafka.producer());
    // #region decode
    const own = { [SchemaType.AVRO]: { readerSchema: withNote } };
    const decode = (value: Buffer) =>
      told === 'nothing' ? registry.decode(value) : registry.decode(value, own);
    // #endregion
    const reader = await openReader(lab, orders, decode);
    for (const [schema, from] of [[withNote, 1] as const, [order, 6] as const]) {
      const { id } = await registry.register(schema, rule);
      for (const n of numbersOf(from, from + 4)) {
        const value = await registry.encode(id, orderOf(n));
        await producer.send({ topic: orders.name, messages: [{ key: `${n}`, value }] });
      }
    }
    const decoded = await reader.ordersAmong(10, 10);
    return { decoded: decoded.length, withNote: decoded.filter(({ note }) => note).length };
  },

  expect: {
    treatment: { decoded: 10, withNote: 5 },
    control: { decoded: 5, withNote: 5 },
  },
});
