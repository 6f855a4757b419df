import type { Lab, Topic } from '@proving/lab';
import type { EachMessagePayload, KafkaMessage, Message } from 'kafkajs';

/** Five records that a program must be able to set aside without changing them. */
export const five: Message[] = [
  { key: 'customer-1', value: 'order 1' },
  { key: 'customer-2', value: Buffer.from('00ff00fe', 'hex') },
  { key: 'customer-3', value: null },
  { key: null, value: '' },
  {
    key: Buffer.from('c3', 'hex'),
    value: 'order 5',
    headers: { trace: Buffer.from('fffe', 'hex'), via: ['web', 'app'] },
  },
];

/** Every record of a topic with one partition, as kafkajs hands it out; `each` is awaited for one after the other. */
export async function read(
  lab: Lab,
  topic: Topic,
  each: (delivered: EachMessagePayload) => Promise<unknown>,
): Promise<readonly KafkaMessage[]> {
  const reader = await lab.connect(lab.kafka.consumer({ groupId: lab.group('reader') }));
  await reader.subscribe({ topic: topic.name, fromBeginning: true });
  const found: KafkaMessage[] = [];
  const eachMessage = async (delivered: EachMessagePayload) => {
    await each(delivered);
    found.push(delivered.message);
  };
  await reader.run({ eachMessage });
  await lab.eventually('five are read', () => found.length === five.length);
  return found;
}

/** Whether key, value and headers of two records are the same bytes; null is no bytes at all, and differs from empty. */
export function same(one: KafkaMessage, other: KafkaMessage | undefined): boolean {
  return JSON.stringify(bytes(one)) === JSON.stringify(other && bytes(other));
}

const bytes = ({ key, value, headers }: KafkaMessage) => [key, value, headers ?? {}];

/** How many letters say in their headers, rightly, that they come from partition 0 of that topic and from which offset. */
export function telling(letters: readonly KafkaMessage[], topic: string): number {
  const from = (letter: KafkaMessage) =>
    ['dead.topic', 'dead.partition', 'dead.offset'].map((name) => `${letter.headers?.[name]}`);
  return letters.filter((each, i) => from(each).join(' ') === `${topic} 0 ${i}`).length;
}
