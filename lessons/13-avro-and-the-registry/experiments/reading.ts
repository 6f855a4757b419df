import type { SchemaRegistry } from '@kafkajs/confluent-schema-registry';

/** What a consumer that decodes gets of a value: an order, or the client's error in two words. */
export const inShort = (registry: SchemaRegistry) => (value: Buffer | null) =>
  Promise.try(() => registry.decode(value as Buffer)).then(
    () => 'an order',
    ({ message }: Error) => known.find(([, pattern]) => pattern.test(message))?.[0] ?? message,
  );

const known: readonly (readonly [string, RegExp])[] = [
  ['no magic byte', /^Message encoded with magic byte/],
  ['unknown id', /Schema \d+ not found|No (schema|content|artifact).* found/i],
  ['no buffer', /^Invalid buffer/],
  ['refused', /ECONNREFUSED/],
];
