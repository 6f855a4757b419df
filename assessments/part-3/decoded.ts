import type { ReadRecord, Site } from '@proving/lab';
import avsc, { type Schema, type Type } from 'avsc';
import { schemaOf, shippers } from './contract.ts';
import type { Order } from './shop.ts';

/** A record of the orders, and what the shipper's deserializer says of it. */
export interface Decoded extends ReadRecord {
  /** As the shipper reads it, else as who wrote it meant it; null: nobody can tell. */
  readonly as: Order | null;
  /** Why the shipper cannot read it; null: it can. */
  readonly refusal: string | null;
}

const reader = avsc.Type.forSchema(shippers as Schema);

/** The whole log of the orders, in the order of each partition, without tombstones. */
export async function decoded(site: Site): Promise<readonly Decoded[]> {
  const records = (await site.read('orders')).filter(({ value }) => value !== null);
  const ids = [...new Set(records.map(idOf).filter((id) => id !== null))];
  const schemas = new Map(await Promise.all(ids.map(async (id) => [id, await schemaOf(site, id)] as const)));
  return records.map((record) => ({ ...record, ...decode(record, schemas) }));
}

/** Whether the shipper can read what is written by this schema; null, else the reason. */
export function refusalOf(schema: string): string | null {
  try {
    reader.createResolver(avsc.Type.forSchema(JSON.parse(schema) as Schema));
    return null;
  } catch (failure) {
    return (failure as Error).message;
  }
}

function decode(record: ReadRecord, schemas: ReadonlyMap<number, string | null>): Pick<Decoded, 'as' | 'refusal'> {
  const id = idOf(record);
  if (id === null) return { as: null, refusal: 'does not begin with a zero byte and an id' };
  const schema = schemas.get(id) ?? null;
  if (schema === null) return { as: null, refusal: `nobody knows schema id ${id}` };
  const writer = avsc.Type.forSchema(JSON.parse(schema) as Schema);
  const bytes = bytesOf(record).subarray(5);
  try {
    return { as: reader.fromBuffer(bytes, reader.createResolver(writer)) as Order, refusal: null };
  } catch (failure) {
    return { as: asWritten(writer, bytes), refusal: (failure as Error).message };
  }
}

function asWritten(writer: Type, bytes: Buffer): Order | null {
  try {
    return writer.fromBuffer(bytes) as Order;
  } catch {
    return null;
  }
}

/** The schema id in front of the value; null where there is none (Confluent docs, Wire Format). */
function idOf(record: ReadRecord): number | null {
  const bytes = bytesOf(record);
  return bytes.length >= 5 && bytes[0] === 0 ? bytes.readInt32BE(1) : null;
}

/** `site.read` shows bytes that are no text as `0x…`, which a value with a zero byte always is. */
const bytesOf = ({ value }: ReadRecord) => Buffer.from(value?.startsWith('0x') ? value.slice(2) : '', 'hex');
