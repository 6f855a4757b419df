/** The bytes that a text of hex digits stands for, two for each. */
export function bytesIn(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

export const hexOf = (byte: number): string => byte.toString(16).padStart(2, '0');
