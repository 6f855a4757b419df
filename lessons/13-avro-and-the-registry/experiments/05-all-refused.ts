import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { order, orderOf } from './order.ts';
import { unknownId } from './wrong.ts';

// A gate lets an order into the topic when its schema takes it. Its test hands in five wrong
// ones and counts the refusals. In one arm the schema was never registered.
export default experiment(lesson, 'a-validator-can-pass-for-the-wrong-reason', {
  arms: { treatment: { schema: 'missing' }, control: { schema: 'registered' } },

  async run({ schema }, lab) {
    const orders = await lab.topic();
    const registry = new SchemaRegistry({ host: (await lab.registry()).url });
    const registered = () => registry.register(order, { subject: `${orders.name}-value` });
    const id = schema === 'registered' ? (await registered()).id : unknownId;
    const producer = await lab.connect(lab.kafka.producer());

    // #region gate
    const enter = async (placed: object) => {
      const value = await registry.encode(id, placed);
      await producer.send({ topic: orders.name, messages: [{ value }] });
    };
    const refusalsOf = async (all: object[]) => {
      const results = await Promise.allSettled(all.map(enter));
      return results.filter(({ status }) => status === 'rejected').length;
    };
    // #endregion
    const right = [1, 2, 3, 4, 5].map(orderOf);
    const wrongRefused = await refusalsOf(right.map((each) => ({ ...each, pieces: 'three' })));
    const rightRefused = await refusalsOf(right);
    const { stored } = await lab.history(orders).counts('stored');
    return { wrongRefused, rightRefused, stored };
  },

  expect: {
    treatment: { wrongRefused: 5, rightRefused: 5, stored: 0 },
    control: { wrongRefused: 5, rightRefused: 0, stored: 5 },
  },
});
