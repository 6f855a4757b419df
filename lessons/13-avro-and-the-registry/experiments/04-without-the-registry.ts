import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { bytesOf } from './bytes.ts';
import { order, orderOf } from './order.ts';
import { inShort } from './reading.ts';

// Five orders are placed, the registry is killed. Five more are to be placed, and all ten read.
// Who has met a schema keeps it. The outage falls on those who are started while it lasts, and
// on those who ask before each order for what they know already.
export default experiment(lesson, 'warm-clients-outlive-the-registry', {
  arms: { treatment: { is: 'warm' }, cold: { is: 'started now' }, asking: { is: 'asking' } },

  async run({ is }, lab) {
    const orders = await lab.topic();
    const subject = `${orders.name}-value`;
    const { url: host, kill } = await lab.registry();
    const api = { host, retry: { retries: 0 } };
    const before = new SchemaRegistry(api);
    const { id } = await before.register(order, { subject });
    const producer = await lab.connect(lab.kafka.producer());
    // #region place
    const place = async (schemas: SchemaRegistry, n: number) => {
      const known = is === 'asking' ? await schemas.getLatestSchemaId(subject) : id;
      const value = await schemas.encode(known, orderOf(n));
      await producer.send({ topic: orders.name, messages: [{ value }] });
    };
    // #endregion
    for (let n = 1; n <= 5; n++) await place(before, n);
    await kill();
    const schemas = is === 'started now' ? new SchemaRegistry(api) : before;
    for (let n = 6; n <= 10; n++) await place(schemas, n).catch(lab.noted);
    const reads = await Promise.all((await bytesOf(lab, orders)).map(inShort(schemas)));
    return { stored: reads.length, read: reads.filter((each) => each === 'an order').length };
  },

  expect: {
    treatment: { stored: 10, read: 10 },
    cold: { stored: 5, read: 0 },
    asking: { stored: 5, read: 5 },
  },
});
