import type { Lab, Topic } from '@proving/lab';

/** The values of a topic as bytes, null for Kafka's null. What is no text the kit reads as `0x…`. */
export async function bytesOf(lab: Lab, topic: Topic): Promise<(Buffer | null)[]> {
  return (await lab.readAll(topic)).map(({ value }) =>
    value === null ? null : asBytes(value),
  );
}

/** The only value of a topic. */
export async function onlyValueOf(lab: Lab, topic: Topic): Promise<Buffer> {
  const [value = null, ...more] = await bytesOf(lab, topic);
  if (value === null || more.length > 0)
    throw new Error(`${topic.title} has not exactly one value`);
  return value;
}

const asBytes = (value: string) =>
  value.startsWith('0x') ? Buffer.from(value.slice(2), 'hex') : Buffer.from(value);
