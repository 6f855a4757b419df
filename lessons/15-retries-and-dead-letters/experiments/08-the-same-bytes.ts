import { experiment } from '@proving/lab';
import type { EachMessagePayload } from 'kafkajs';
import lesson from '../lesson.ts';
import { asText, fromText } from './as-text.ts';
import { letter, opened } from './letter.ts';
import { five, read, same, telling } from './records.ts';

// Five records: text, bytes that are no text, no value, an empty value without a key, headers
// in binary. Each becomes a dead letter, and is sent back. Is it the record that it was?
export default experiment(lesson, 'a-letter-keeps-the-bytes', {
  arms: { treatment: { keeps: 'bytes' }, control: { keeps: 'text' } },
  async run({ keeps }, lab) {
    const orders = await lab.topic();
    const dead = await lab.topic({ title: 'dead-letters' });
    const back = await lab.topic({ title: 'back' });
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic: orders.name, messages: five });
    const [write, open] = keeps === 'bytes' ? [letter, opened] : [asText, fromText];
    const now = Date.now();
    const failed = { error: new SyntaxError('no order'), attempts: 3, first: now, last: now };
    const move = (delivered: EachMessagePayload) =>
      producer.send({ topic: dead.name, messages: [write(delivered, failed)] });
    const originals = await read(lab, orders, move);
    const letters = await read(lab, dead, ({ message }) =>
      producer.send({ topic: back.name, messages: [open(message)] }),
    );
    const returned = await read(lab, back, async () => undefined);

    const unchanged = originals.filter((record, i) => same(record, returned[i]));
    return {
      returned: returned.length,
      told: telling(letters, orders.name),
      unchanged: unchanged.length,
    };
  },
  expect: {
    treatment: { returned: 5, told: 5, unchanged: 5 },
    control: { returned: 5, told: 0, unchanged: 3 },
  },
});
