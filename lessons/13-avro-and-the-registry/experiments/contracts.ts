import { type SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { order, orderProto } from './order.ts';

export type Format = 'avro' | 'protobuf' | 'json';

/** How an order becomes bytes; the schema is registered, where the format has one. */
export async function encoder(format: Format, registry: SchemaRegistry, subject: string) {
  if (format === 'json') return async (placed: object) => JSON.stringify(placed);
  // #region contracts
  const proto = { type: SchemaType.PROTOBUF as const, schema: orderProto };
  const { id } =
    format === 'avro'
      ? await registry.register(order, { subject })
      : await registry.register(proto, { subject });
  return (placed: object) => registry.encode(id, placed);
  // #endregion
}
