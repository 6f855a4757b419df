import { Plain } from '@proving/spec';
import { crc32c } from './crc32c.ts';

/** A record batch's header, field by field (Kafka docs, Implementation, Message Format, Record Batch). Offsets, ids and times as numbers. */
export interface RecordBatch {
  readonly baseOffset: number;
  /** Base offset + last offset delta. The record that had it may be gone (compaction); the batch keeps its range. */
  readonly lastOffset: number;
  /** Where it begins in what was decoded, in bytes. */
  readonly position: number;
  /** Its whole size, header included. */
  readonly bytes: number;
  readonly partitionLeaderEpoch: number;
  readonly magic: number;
  readonly crc: number;
  /** Whether the CRC-32C of everything from the attributes on is the stored one. */
  readonly crcValid: boolean;
  readonly codec: Codec;
  readonly timestampType: 'CreateTime' | 'LogAppendTime';
  readonly transactional: boolean;
  /** Holds a marker, commit or abort, and no record of an application. */
  readonly control: boolean;
  /** Ms since 1970; of a batch with tombstones that compaction has seen, until when they are kept. */
  readonly baseTimestamp: number;
  readonly hasDeleteHorizon: boolean;
  /** Ms since 1970. -1 where there is none. */
  readonly maxTimestamp: number;
  /** -1: a producer without an id, neither idempotent nor transactional. Then epoch and sequence are -1 too. */
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly baseSequence: number;
  /** How many records it holds now. */
  readonly records: number;
}

export const codecs = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const;
export type Codec = (typeof codecs)[number];

/** The bytes of a header, from the base offset to the record count. */
export const headerBytes = 61;
/** Base offset and batch length: what the length itself does not count. */
const uncounted = 12;
const afterCrc = 21;

/**
 * The record batches in a log file's bytes, or in those of a Fetch response. Stops before a batch that is not whole.
 * @throws {Plain} `record-batch-format` at bytes of another format than v2, which Kafka 4 neither writes nor reads
 */
export function decodeBatches(bytes: Uint8Array): readonly RecordBatch[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const batches: RecordBatch[] = [];
  for (let at = 0; at + headerBytes <= bytes.length; ) {
    const size = uncounted + view.getInt32(at + 8);
    if (size < headerBytes || at + size > bytes.length) break;
    batches.push(decodeBatch(view, bytes, at, size));
    at += size;
  }
  return batches;
}

function decodeBatch(view: DataView, bytes: Uint8Array, at: number, size: number): RecordBatch {
  const magic = view.getInt8(at + 16);
  if (magic !== 2)
    throw new Plain('record-batch-format', `These are no record batches of format 2: magic ${magic} at byte ${at}.`, {
      fix: 'give it the bytes of a .log file that Kafka 3.0 or newer has written',
    });
  const baseOffset = Number(view.getBigInt64(at));
  const crc = view.getUint32(at + 17);
  const attributes = view.getInt16(at + 21);
  return {
    baseOffset,
    lastOffset: baseOffset + view.getInt32(at + 23),
    position: at,
    bytes: size,
    partitionLeaderEpoch: view.getInt32(at + 12),
    magic,
    crc,
    crcValid: crc === crc32c(bytes.subarray(at + afterCrc, at + size)),
    codec: codecOf(attributes, at),
    timestampType: attributes & (1 << 3) ? 'LogAppendTime' : 'CreateTime',
    transactional: (attributes & (1 << 4)) !== 0,
    control: (attributes & (1 << 5)) !== 0,
    hasDeleteHorizon: (attributes & (1 << 6)) !== 0,
    baseTimestamp: Number(view.getBigInt64(at + 27)),
    maxTimestamp: Number(view.getBigInt64(at + 35)),
    producerId: Number(view.getBigInt64(at + 43)),
    producerEpoch: view.getInt16(at + 51),
    baseSequence: view.getInt32(at + 53),
    records: view.getInt32(at + 57),
  };
}

function codecOf(attributes: number, at: number): Codec {
  const codec = codecs[attributes & 0b111];
  if (!codec)
    throw new Plain('record-batch-format', `Codec ${attributes & 0b111} at byte ${at} is none of ${codecs.join(', ')}.`, {
      fix: 'check that the bytes begin where a batch begins',
    });
  return codec;
}
