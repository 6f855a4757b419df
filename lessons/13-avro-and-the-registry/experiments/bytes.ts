import { between, type Lab, type Topic } from '@proving/lab';

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

/**
 * Bytes of a file with one batch of a hundred records, values of so many bytes, no keys: 61 in front, 7 beside each value, and from
 * the 65th on one more, because its place in the batch takes two bytes (Kafka docs, Record Batch; lesson 11).
 */
export const hundredOf = (value: number) => 61 + 100 * (7 + value) + 36;
/** What gzip makes of either differs a little with its version: at most a fifth apart, and less than half of the smallest above. */
export const packedHundred = between(1_200, 1_440);
