import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { bytesOf } from './bytes.ts';
import { order, orderOf } from './order.ts';
import { inShort } from './reading.ts';
import { wrongOrders, wrongRead } from './wrong.ts';

// A topic has a contract and one good order. Then a program comes with three wrong orders and a
// tombstone: it writes what it likes, or its producer has the serializer.
export default experiment(lesson, 'brokers-check-nothing', {
  arms: { treatment: { serializer: false }, control: { serializer: true } },

  async run({ serializer }, lab) {
    const orders = await lab.topic();
    const registry = new SchemaRegistry({ host: (await lab.registry()).url });
    const { id } = await registry.register(order, { subject: `${orders.name}-value` });
    const producer = await lab.connect(lab.kafka.producer());
    const send = (value: Buffer | string | null) =>
      producer.send({ topic: orders.name, messages: [{ value }] });
    await send(await registry.encode(id, orderOf(1)));

    let refused = 0;
    // #region send
    for (const { id: its, meant, bytes } of wrongOrders(id)) {
      const encoded = () => registry.encode(its, meant).catch(lab.noted);
      const value = serializer ? await encoded() : bytes;
      if (value) await send(value);
      else refused += 1;
    }
    // #endregion
    await send(null);
    const { acknowledged } = await lab.history(orders).counts('acknowledged');
    const values = await bytesOf(lab, orders);
    return { acknowledged, refused, reads: await Promise.all(values.map(inShort(registry))) };
  },

  expect: {
    treatment: { acknowledged: 5, refused: 0, reads: ['an order', ...wrongRead, 'no buffer'] },
    control: { acknowledged: 2, refused: 3, reads: ['an order', 'no buffer'] },
  },
});
