/**
 * The hash of Kafka's Java client: 32 bits, stirred four bytes at a time, low byte first.
 * @returns a signed 32-bit integer
 * Source: `org.apache.kafka.common.utils.Utils.murmur2`, after Austin Appleby's MurmurHash2; proved in lesson 03, `the-client-decides`.
 */
export function murmur2(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = bytes.length - (bytes.length % 4);
  let hash = seed ^ bytes.length;

  for (let at = 0; at < words; at += 4) {
    const word = Math.imul(view.getInt32(at, true), mix);
    hash = Math.imul(hash, mix) ^ Math.imul(word ^ (word >>> 24), mix);
  }

  if (words < bytes.length) {
    for (let at = words; at < bytes.length; at++) hash ^= view.getUint8(at) << (8 * (at - words));
    hash = Math.imul(hash, mix);
  }

  hash = Math.imul(hash ^ (hash >>> 13), mix);
  return hash ^ (hash >>> 15);
}

const seed = 0x9747b28c;
const mix = 0x5bd1e995;
