import { crc32 } from './crc32.ts';
import { murmur2 } from './murmur2.ts';

export type PartitionerId = 'java' | 'unsigned' | 'crc32';

/** From a key's bytes to a partition, with everything in between. */
export interface Workings {
  readonly bytes: Uint8Array;
  /** As the hash function gives it; murmur2's is signed. */
  readonly hash: number;
  /** The same as a number that is not negative. */
  readonly positive: number;
  readonly partition: number;
}

/** The rule by which a client places a record that has a key. */
export interface Partitioner {
  readonly id: PartitionerId;
  /** Whose rule it is, short enough for a button. */
  readonly title: string;
  /** Where it is met, in a sentence. */
  readonly usedBy: string;
  readonly hashName: string;
  /** How the hash becomes positive, in code; null where it is so by itself. */
  readonly positiveBy: string | null;
  /** @param partitions how many the client knows of: 1 or more */
  place(key: string, partitions: number): Workings;
}

/** Sources: Kafka's `BuiltInPartitioner`; @platformatic/kafka, `defaultPartitioner`; librdkafka, CONFIGURATION.md, `partitioner`. */
export const partitioners: readonly Partitioner[] = [
  {
    id: 'java',
    title: 'Java, kafkajs 2',
    usedBy: 'The Java client, kafkajs 2, and librdkafka when it is told partitioner=murmur2_random.',
    hashName: 'murmur2',
    positiveBy: '& 0x7fffffff',
    place: byRule(murmur2, (hash) => hash & 0x7fffffff),
  },
  {
    id: 'unsigned',
    title: '@platformatic/kafka',
    usedBy: 'The default of @platformatic/kafka. Its compatibilityPartitioner is the rule of Java.',
    hashName: 'murmur2',
    positiveBy: '>>> 0',
    place: byRule(murmur2, (hash) => hash >>> 0),
  },
  {
    id: 'crc32',
    title: 'librdkafka',
    usedBy: 'The default of librdkafka, and so of the clients for Python, Go, .NET and Node that are built on it.',
    hashName: 'CRC32',
    positiveBy: null,
    place: byRule(crc32, (hash) => hash),
  },
];

export const partitionerOf = (id: PartitionerId): Partitioner =>
  partitioners.find((each) => each.id === id) ?? (partitioners[0] as Partitioner);

function byRule(hashOf: (bytes: Uint8Array) => number, positiveOf: (hash: number) => number) {
  return (key: string, partitions: number): Workings => {
    const bytes = new TextEncoder().encode(key);
    const hash = hashOf(bytes);
    const positive = positiveOf(hash);
    return { bytes, hash, positive, partition: positive % partitions };
  };
}
