import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { headerBytes, type RecordBatch } from './record-batch.ts';

/**
 * The offsets of a batch's records. After compaction they are fewer than its range (Kafka docs, Implementation, Message Format, Record).
 * @param bytes what the batch was decoded from
 * @returns null for the codecs that this kit does not unpack: snappy and lz4
 */
export function offsetsIn(bytes: Uint8Array, batch: RecordBatch): readonly number[] | null {
  const packed = bytes.subarray(batch.position + headerBytes, batch.position + batch.bytes);
  const records = unpacked(packed, batch);
  if (records === null) return null;
  const offsets: number[] = [];
  for (let at = 0; offsets.length < batch.records && at < records.length; ) {
    const length = varint(records, at);
    // Attributes are one byte; then come the time stamp's delta and the offset's.
    const time = varint(records, length.next + 1);
    offsets.push(batch.baseOffset + varint(records, time.next).value);
    at = length.next + length.value;
  }
  return offsets;
}

function unpacked(packed: Uint8Array, { codec }: RecordBatch): Uint8Array | null {
  if (codec === 'none') return packed;
  if (codec === 'gzip') return gunzipSync(packed);
  return codec === 'zstd' ? zstdDecompressSync(packed) : null;
}

/** A signed number in zigzag groups of seven bits, low group first, as far as a double holds it. */
function varint(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let raw = 0;
  for (let i = 0; i < 10; i++) {
    const byte = bytes[at + i] ?? 0;
    raw += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return { value: raw % 2 === 0 ? raw / 2 : -(raw + 1) / 2, next: at + i + 1 };
  }
  return { value: Number.NaN, next: at + 10 };
}
