import type { Lab, Topic } from '@proving/lab';
import type { KafkaMessage, Message } from 'kafkajs';

/** What the orders topic holds before anything is drained; some of it is not text. */
const originals: Message[] = [
  { key: 'customer-1', value: 'order 1' },
  { key: 'customer-2', value: 'order 2', headers: { via: 'web' } },
  { key: 'customer-1', value: Buffer.from('00ff00fe', 'hex') },
  { key: 'customer-3', value: 'order 4' },
  { key: 'customer-2', value: 'order 5' },
  { key: 'customer-1', value: 'order 6' },
  { key: 'customer-3', value: null },
  { key: 'customer-2', value: 'order 8', headers: { trace: Buffer.from('fffe', 'hex') } },
];
/** Letters come in the order in which their records were given up. One is there twice: somebody was killed in between. */
const givenUp = [5, 2, 7, 0, 4, 2, 6, 1, 3];

export interface Returned {
  readonly partition: number;
  readonly offset: number;
  /** Key, value and headers, as text that differs when a byte does. */
  readonly bytes: string;
  readonly isLetter: boolean;
}

/** The originals in a topic of two partitions, and a letter for each. Returns what the topic holds. */
export async function writeLetters(lab: Lab, orders: Topic, dead: Topic) {
  const producer = await lab.connect(lab.kafka.producer());
  await producer.send({ topic: orders.name, messages: originals });
  const before = await contents(lab, orders);
  const messages = givenUp.map((i) => {
    const message = originals[i] as Message;
    const own = before.find(({ bytes }) => bytes === asBytes(message));
    const failed = `${Date.now()}`;
    const headers = {
      ...message.headers,
      'dead.topic': orders.name,
      'dead.partition': `${own?.partition}`,
      'dead.offset': `${own?.offset}`,
      'dead.error': 'NoAnswer',
      'dead.attempts': '3',
      'dead.first': failed,
      'dead.last': failed,
    };
    return { ...message, headers };
  });
  await producer.send({ topic: dead.name, messages });
  return before;
}

/** Every record of a topic, by partition and offset. */
export async function contents(lab: Lab, topic: Topic): Promise<readonly Returned[]> {
  const ends = await topic.offsets();
  const count = ends.reduce((sum, { highWatermark }) => sum + highWatermark, 0);
  const reader = await lab.connect(lab.kafka.consumer({ groupId: lab.group('check') }));
  await reader.subscribe({ topic: topic.name, fromBeginning: true });
  const found: Returned[] = [];
  await reader.run({
    eachMessage: async ({ partition, message }) => {
      const isLetter = Object.keys(message.headers ?? {}).some((name) =>
        name.startsWith('dead.'),
      );
      found.push({
        partition,
        offset: Number(message.offset),
        bytes: asBytes(message),
        isLetter,
      });
    },
  });
  await lab.eventually('the topic is read', () => found.length >= count);
  await reader.disconnect();
  return found.toSorted((a, b) => a.partition - b.partition || a.offset - b.offset);
}

function asBytes({ key, value, headers = {} }: Message | KafkaMessage): string {
  const hex = (some: unknown) =>
    some == null ? null : Buffer.from(some as string).toString('hex');
  const listed = Object.entries(headers).map(([name, each]) => [name, hex(each)]);
  return JSON.stringify([hex(key), hex(value), listed]);
}
