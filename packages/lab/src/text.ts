const longest = 60;

/** A key or value as events show it: null for Kafka's null, `0x…` for bytes that are no text, cut after 60 characters. */
export function asText(bytes: Buffer | Uint8Array | string | null | undefined): string | null {
  if (bytes === null || bytes === undefined) return null;
  const text = typeof bytes === 'string' ? bytes : fromBytes(Buffer.from(bytes));
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** A key or value whole, as the history compares it. */
export function whole(bytes: Buffer | Uint8Array | string | null | undefined): string | null {
  if (bytes === null || bytes === undefined) return null;
  return typeof bytes === 'string' ? bytes : fromBytes(Buffer.from(bytes));
}

/** Bytes that are UTF-8 by chance are no text either: a zero byte begins what a registry's client writes. */
function fromBytes(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) && !text.includes('\0') ? text : `0x${bytes.toString('hex')}`;
}
