import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { fourStates, numbersOf, orderOf, threeStates } from './order.ts';
import { openReader } from './reader.ts';

// Orders are open, paid or sent. A new version adds lost, and is taken. The old reader stays up
// and gets five orders in a state that it knows, and one that is lost.
export default experiment(lesson, 'an-enum-can-break', {
  arms: { treatment: { whenUnknown: 'SENT' }, control: { whenUnknown: 'no default' } },

  async run({ whenUnknown }, lab) {
    const orders = await lab.topic();
    const registry = new SchemaRegistry({ host: (await lab.registry()).url });
    const subject = `${orders.name}-value`;
    const rule = { subject, compatibility: COMPATIBILITY.BACKWARD };
    const rest = whenUnknown === 'no default' ? {} : { default: whenUnknown };
    await registry.register(threeStates(rest), rule);
    const { id } = await registry.register(fourStates(rest), rule);
    const producer = await lab.connect(lab.kafka.producer());
    // #region states
    const six = [...numbersOf(1, 5).map(orderOf), { ...orderOf(6), state: 'LOST' }];
    for (const placed of six) {
      const value = await registry.encode(id, placed);
      await producer.send({ topic: orders.name, messages: [{ key: placed.customer, value }] });
    }
    const own = { [SchemaType.AVRO]: { readerSchema: threeStates(rest) } };
    // #endregion
    const reader = await openReader(lab, orders, (value) => registry.decode(value, own));
    const read = await reader.ordersAmong(6, 6);
    return { read: read.length, lostReadsAs: String(read[5]?.['state'] ?? 'nothing') };
  },

  expect: {
    treatment: { read: 6, lostReadsAs: 'SENT' },
    control: { read: 0, lostReadsAs: 'nothing' },
  },
});
