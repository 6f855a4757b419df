import type { KafkaMessage, Message } from 'kafkajs';

/** A record as a processor sees it. `time` is its time stamp, in ms since 1970. A value of null is a tombstone. */
export interface StreamRecord {
  readonly key: string;
  readonly value: string | null;
  readonly time: number;
}

/** A record without a key has the empty one. */
export function fromKafka({ key, value, timestamp }: KafkaMessage): StreamRecord {
  return { key: `${key ?? ''}`, value: value && `${value}`, time: Number(timestamp) };
}

export function toKafka({ key, value, time }: StreamRecord): Message {
  return { key, value, timestamp: `${time}` };
}
