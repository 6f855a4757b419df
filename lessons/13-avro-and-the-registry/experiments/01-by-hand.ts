import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { experiment } from '@proving/lab';
import avro from 'avsc';
import lesson from '../lesson.ts';
import { onlyValueOf } from './bytes.ts';
import { order, rearranged } from './order.ts';

const envelope = { bytes: 14, magic: 0, isItsId: true, names: 0 };

// One order lies in the log. We read it without the client that wrote it: five bytes by hand,
// and the rest by a schema.
//
// A schema with two fields in each other's place fits these bytes as well. Nothing behind the
// number in front says that it is the wrong one.
export default experiment(lesson, 'the-schema-does-not-travel', {
  arms: { treatment: { reader: 'registered' }, control: { reader: 'rearranged' } },

  async run({ reader }, lab) {
    const orders = await lab.topic();
    const registry = new SchemaRegistry({ host: (await lab.registry()).url });
    const { id } = await registry.register(order, { subject: `${orders.name}-value` });
    const value = await registry.encode(id, { customer: 'mia', article: 'pen', pieces: 3 });
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic: orders.name, messages: [{ value }] });
    const bytes = await onlyValueOf(lab, orders);
    const schema = reader === 'registered' ? order : rearranged;
    // #region by-hand
    const magic = bytes.readUInt8(0);
    const number = bytes.readInt32BE(1);
    const read = avro.Type.forSchema(schema).fromBuffer(bytes.subarray(5));
    // #endregion
    const names = ['customer', 'article', 'pieces'].filter((name) =>
      bytes.includes(name),
    ).length;
    return { bytes: bytes.length, magic, isItsId: number === id, names, ...read };
  },

  expect: {
    treatment: { ...envelope, customer: 'mia', article: 'pen', pieces: 3 },
    control: { ...envelope, customer: 'pen', article: 'mia', pieces: 3 },
  },
});
