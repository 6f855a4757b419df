/**
 * An id that sorts as text by the time of its making and is never made twice: 48 bits of milliseconds and 80 random bits, in
 * 26 letters (the form known as ULID). It is always greater than `last`, also when the clock was set back in between.
 */
export function idAfter(last: string | null, now: number): string {
  const fresh = (BigInt(now) << 80n) | random();
  const before = last === null ? null : numberOf(last);
  return textOf(before === null || fresh >> 80n > before >> 80n ? fresh : before + 1n);
}

/** 80 bits. Web Crypto, because a page makes ids too. */
const random = () => crypto.getRandomValues(new Uint8Array(10)).reduce((bits, byte) => (bits << 8n) | BigInt(byte), 0n);

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function textOf(value: bigint): string {
  return Array.from({ length: 26 }, (_, i) => letters[Number((value >> BigInt(5 * (25 - i))) & 31n)]).join('');
}

function numberOf(id: string): bigint | null {
  if (id.length !== 26) return null;
  let value = 0n;
  for (const letter of id) {
    const digit = letters.indexOf(letter);
    if (digit === -1) return null;
    value = (value << 5n) | BigInt(digit);
  }
  return value;
}
