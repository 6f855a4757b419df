import { type SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { order, orderProto } from './order.ts';

export type Format = 'avro' | 'protobuf' | 'json';

/** How an order becomes bytes; the schema is registered, where the format has one. */
export async function encoder(format: Format, registry: SchemaRegistry, subject: string) {
  if (format === 'json') return async (placed: object) => JSON.stringify(placed);
  // #region contracts
  const { id } = await (format === 'protobuf'
    ? registry.register({ type: SchemaType.PROTOBUF, schema: orderProto }, { subject })
    : registry.register(order, { subject }));
  return (placed: object) => registry.encode(id, placed);
  // #endregion
}
