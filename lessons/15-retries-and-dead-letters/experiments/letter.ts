import type { EachMessagePayload, IHeaders, KafkaMessage, Message } from 'kafkajs';

export interface Failed {
  readonly error: Error;
  readonly attempts: number;
  /** When it failed first and last, ms since 1970. */
  readonly first: number;
  readonly last: number;
}

type Delivered = Pick<EachMessagePayload, 'topic' | 'partition' | 'message'>;

// #region letter
export function letter(delivered: Delivered, failed: Failed): Message {
  const { topic, partition, message } = delivered;
  const { key, value, headers, offset } = message;
  return {
    key,
    value,
    headers: {
      ...headers,
      'dead.topic': topic,
      'dead.partition': `${partition}`,
      'dead.offset': offset,
      'dead.error': failed.error.name,
      'dead.attempts': `${failed.attempts}`,
      'dead.first': `${failed.first}`,
      'dead.last': `${failed.last}`,
    },
  };
}
// #endregion

/** The record that a letter holds, as it was before anything failed. */
export function opened({ key, value, headers = {} }: KafkaMessage): Message {
  const own = Object.entries(headers).filter(([name]) => !name.startsWith('dead.'));
  return { key, value, headers: Object.fromEntries(own) as IHeaders };
}
