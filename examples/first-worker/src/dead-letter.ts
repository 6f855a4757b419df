import type { IHeaders, KafkaMessage, Message } from 'kafkajs';

/** A record that cannot be worked on, for the topic of the dead: its bytes untouched, and in its headers where it came from and why. */
export function deadLetter(
  record: KafkaMessage,
  from: { readonly topic: string; readonly partition: number },
  why: unknown,
): Message {
  const headers: IHeaders = {
    ...record.headers,
    'dead.topic': from.topic,
    'dead.partition': String(from.partition),
    'dead.offset': record.offset,
    'dead.because': why instanceof Error ? why.message : String(why),
  };
  return { key: record.key, value: record.value, headers };
}
