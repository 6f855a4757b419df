import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';

const orders = { customer: { type: 'string' }, pieces: { type: 'integer' } };
const noted = { ...orders, note: { type: 'string' } };

// A contract in JSON Schema knows no note, and somebody has sent one all the same: a number.
// Then the note is to be added, optional, a text. An open object has let the number in.
export default experiment(lesson, 'an-open-object-lets-anything-in', {
  arms: { treatment: { open: true }, control: { open: false } },

  async run({ open }, lab) {
    const topic = await lab.topic();
    const registry = new SchemaRegistry({ host: (await lab.registry()).url });
    const rule = { subject: `${topic.name}-value`, compatibility: COMPATIBILITY.BACKWARD };
    // #region contracts
    const contract = (properties: object) => ({
      type: SchemaType.JSON as const,
      schema: JSON.stringify({ type: 'object', properties, additionalProperties: open }),
    });
    // #endregion
    const { id } = await registry.register(contract(orders), rule);
    const producer = await lab.connect(lab.kafka.producer());
    const stray = { customer: 'mia', pieces: 3, note: 7 };
    const value = await registry.encode(id, stray).catch(lab.noted);
    if (value) await producer.send({ topic: topic.name, messages: [{ value }] });
    const taken = await registry.register(contract(noted), rule).catch(lab.noted);
    const { stored } = await lab.history(topic).counts('stored');
    return { strayNotes: stored, taken: taken !== undefined };
  },

  expect: {
    treatment: { strayNotes: 1, taken: false },
    control: { strayNotes: 0, taken: true },
  },
});
