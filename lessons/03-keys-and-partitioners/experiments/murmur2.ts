// #region partition
/** Where kafkajs 2 and Java put a key: Kafka's `BuiltInPartitioner`. */
export function partitionOf(key: string, partitions: number): number {
  return (murmur2(Buffer.from(key)) & 0x7fffffff) % partitions;
}
// #endregion

// #region murmur2
/** Bytes into one signed 32-bit integer: Kafka's `Utils.murmur2`. */
export function murmur2(bytes: Buffer): number {
  const words = bytes.length - (bytes.length % 4);
  let hash = seed ^ bytes.length;

  for (let at = 0; at < words; at += 4) {
    let word = Math.imul(bytes.readInt32LE(at), mix);
    word = Math.imul(word ^ (word >>> 24), mix);
    hash = Math.imul(hash, mix) ^ word;
  }

  const left = bytes.length - words;
  if (left > 0) hash = Math.imul(hash ^ bytes.readUIntLE(words, left), mix);

  hash = Math.imul(hash ^ (hash >>> 13), mix);
  return hash ^ (hash >>> 15);
}

const seed = 0x9747b28c;
const mix = 0x5bd1e995;
// #endregion

/** Where Java clients put a key, as told in kafkajs #357 and #1154 and in node-rdkafka #817. */
export const placedByJava = [
  { key: '100:48069', partitions: 12, partition: 9 },
  { key: 'fd7af248-ce5c-46a5-93d7-1c0c9005b99d', partitions: 32, partition: 26 },
  { key: 'TT0124', partitions: 15, partition: 10 },
];
