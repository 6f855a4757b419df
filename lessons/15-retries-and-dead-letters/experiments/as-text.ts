import type { EachMessagePayload, KafkaMessage, Message } from 'kafkajs';
import type { Failed } from './letter.ts';

/** A letter as it is often written: a JSON text with the order and the error in it. */
// #region text
export function asText({ message }: EachMessagePayload, failed: Failed): Message {
  const key = message.key?.toString() ?? null;
  const value = message.value?.toString() ?? null;
  const error = failed.error.message;
  return { value: JSON.stringify({ key, value, error }) };
}
// #endregion

export function fromText({ value }: KafkaMessage): Message {
  const { key, value: original } = JSON.parse(`${value}`) as Record<
    'key' | 'value',
    string | null
  >;
  return { key, value: original };
}
