import type { Batch, Stored } from './log.ts';

const header = 61;

/** What a batch takes on the disk, uncompressed (Kafka docs, Implementation, Message Format). Proved in lesson 11, `records-live-in-batches`. */
export function batchBytes({ base, baseTimestamp, records }: Pick<Batch, 'base' | 'baseTimestamp' | 'records'>): number {
  return header + records.reduce((sum, record) => sum + recordBytes(record, base, baseTimestamp), 0);
}

function recordBytes({ key, value, timestamp, offset, valueBytes }: Stored, base: number, baseTimestamp: number): number {
  const [keySize, valueSize] = [lengthOf(key), value === null ? null : (valueBytes ?? lengthOf(value))];
  // One byte of attributes, and one for "no headers".
  const body = 2 + varintBytes(timestamp - baseTimestamp) + varintBytes(offset - base) + field(keySize) + field(valueSize);
  return varintBytes(body) + body;
}

const lengthOf = (text: string | null) => (text === null ? null : new TextEncoder().encode(text).length);

const field = (size: number | null) => (size === null ? varintBytes(-1) : varintBytes(size) + size);

/** A signed number in groups of seven bits, its sign moved to the lowest bit. */
function varintBytes(n: number): number {
  const zigzag = n < 0 ? -2 * n - 1 : 2 * n;
  return Math.max(1, Math.ceil(Math.log2(zigzag + 1) / 7));
}
