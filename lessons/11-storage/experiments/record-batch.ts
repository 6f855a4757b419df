/** What a record batch's header says, read by hand (Kafka docs, Implementation, Message Format, Record Batch). */
export interface Batch {
  readonly baseOffset: number;
  readonly lastOffset: number;
  /** Where it begins in its file, and its size with the header: both in bytes. */
  readonly at: number;
  readonly bytes: number;
  readonly records: number;
  readonly checksum: number;
}

// #region header
/** Numbers are big-endian; a header is 61 bytes long. */
export function headerAt(log: Buffer, at: number): Batch {
  const baseOffset = Number(log.readBigInt64BE(at));
  return {
    at,
    baseOffset,
    bytes: 12 + log.readInt32BE(at + 8),
    checksum: log.readUInt32BE(at + 17),
    lastOffset: baseOffset + log.readInt32BE(at + 23),
    records: log.readInt32BE(at + 57),
  };
}
// #endregion

/** Every batch of a `.log` file: where one ends the next begins. */
export function batchesIn(log: Buffer): readonly Batch[] {
  const batches: Batch[] = [];
  for (let at = 0; at < log.length; at += headerAt(log, at).bytes)
    batches.push(headerAt(log, at));
  return batches;
}

/** Covers what the producer wrote, from byte 21 on; base offset and leader epoch, which the broker fills in, stand before. */
export const isWhole = (log: Buffer, { at, bytes, checksum }: Batch) =>
  crc32c(log.subarray(at + 21, at + bytes)) === checksum;

/** CRC-32C, bit by bit (RFC 3720, Appendix B.4). */
function crc32c(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}
