/**
 * The checksum of zip files and Ethernet, which librdkafka takes for a hash.
 * @returns an unsigned 32-bit integer
 * Source: RFC 1952, section 8 (reflected polynomial 0xedb88320); librdkafka, `rd_crc32`.
 */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
