import {
  type COMPATIBILITY,
  SchemaRegistry,
  SchemaType,
} from '@kafkajs/confluent-schema-registry';
import type { Lab } from '@proving/lab';
import { numbersOf, orderOf } from './order.ts';
import { openReader } from './reader.ts';

interface Change {
  readonly level: COMPATIBILITY;
  readonly before: typeof import('./order.ts').order;
  readonly after: typeof import('./order.ts').order;
  readonly first: 'readers' | 'writers';
}

/** A change that the registry takes goes live: five orders before it, five while one side has it, five when both have. */
export async function rollout({ level, before, after, first }: Change, lab: Lab) {
  const orders = await lab.topic();
  const host = (await lab.registry()).url;
  const registry = new SchemaRegistry({ host });
  const rule = { subject: `${orders.name}-value`, compatibility: level };
  // #region rollout
  const old = { schema: before, ...(await registry.register(before, rule)) };
  const next = { schema: after, ...(await registry.register(after, rule)) };
  let [writes, reads] = [old, old];
  const readers = new SchemaRegistry({ host });
  const reader = await openReader(lab, orders, (value) =>
    readers.decode(value, { [SchemaType.AVRO]: { readerSchema: reads.schema } }),
  );
  // #endregion
  const producer = await lab.connect(lab.kafka.producer());
  const fiveMore = async (from: number) => {
    const five = numbersOf(from, from + 4).map((n) => registry.encode(writes.id, orderOf(n)));
    const values = await Promise.all(five);
    const messages = values.map((value, i) => ({ key: `${from + i}`, value }));
    await producer.send({ topic: orders.name, messages });
    return (await reader.ordersAmong(5, from + 4)).length;
  };
  const nobody = await fiveMore(1);
  lab.step(`the ${first} are upgraded`);
  if (first === 'readers') reads = next;
  else writes = next;
  const oneSide = await fiveMore(6);
  lab.step('the others are upgraded');
  [writes, reads] = [next, next];
  return { nobody, oneSide, both: await fiveMore(11) };
}
