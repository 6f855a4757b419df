import type { Lab, Topic } from '@proving/lab';
import type { KafkaMessage, Producer } from 'kafkajs';
import type { Table } from './table.ts';

interface Packing {
  readonly group: string;
  readonly orders: string;
  readonly parked: string;
  readonly parks: 'the key' | 'the record' | 'the key, in memory' | 'nothing';
  readonly table: Table;
  readonly producer: Producer;
}

/** One life of a packer: it begins where its group stands, decides about `count` orders, and leaves. */
export async function packing(lab: Lab, given: Packing, count: number): Promise<void> {
  const { group, orders, parked, parks, table, producer } = given;
  const packer = await lab.connect(lab.kafka.consumer({ groupId: group }));
  await packer.subscribe({ topic: orders, fromBeginning: true });
  const isKept = parks === 'the key';
  // #region parking
  const keys = new Set(isKept ? await parkedKeys(lab, parked) : []);
  const park = async ({ key, value }: KafkaMessage) => {
    const messages = [{ key, value }];
    await producer.send({ topic: parked, messages });
    if (parks !== 'the record') keys.add(`${key}`);
  };
  const decide = async (order: KafkaMessage) => {
    if (keys.has(`${order.key}`)) await park(order);
    else await table.pack(order).catch(() => park(order));
  };
  // #endregion
  let decided = 0;
  await packer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      await decide(message);
      const offset = `${Number(message.offset) + 1}`;
      await packer.commitOffsets([{ topic, partition, offset }]);
      decided += 1;
    },
  });
  await lab.eventually(`${count} orders are decided`, () => decided === count);
  await packer.disconnect();
}

/** How many records are in a topic. */
export const stored = async (lab: Lab, topic: Topic) => (await lab.readAll(topic)).length;

/** The keys in the car park: the packer that takes over reads them from the topic. */
async function parkedKeys(lab: Lab, parked: string): Promise<readonly string[]> {
  const topic = await lab.existing(parked);
  return (await lab.readAll(topic)).map(({ key }) => `${key}`);
}
