import type { Field, Kind } from './field.ts';

/** Reads fields one behind the other and never past the end. */
export class Cursor {
  readonly fields: Field[] = [];
  at: number;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private prefix = '';

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  /** Fields from now on belong to this record. */
  within(prefix: string): void {
    this.prefix = prefix;
  }

  int(name: string, kind: Kind, size: 1 | 2 | 4 | 8, show: (value: number) => string = String): number {
    this.need(size, name);
    const value = Number(size === 8 ? this.view.getBigInt64(this.at) : this.small(size));
    this.add(name, kind, size, show(value), `int${size * 8}`);
    return value;
  }

  uint32(name: string, kind: Kind, show: (value: number) => string): number {
    this.need(4, name);
    const value = this.view.getUint32(this.at);
    this.add(name, kind, 4, show(value), 'uint32');
    return value;
  }

  /** A signed number in groups of seven bits, low group first, its sign in the lowest bit. */
  varint(name: string, kind: Kind, show: (value: number) => string = String): number {
    let raw = 0n;
    for (let size = 0; size < 10; size++) {
      this.need(size + 1, name);
      const byte = this.view.getUint8(this.at + size);
      raw |= BigInt(byte & 0x7f) << BigInt(7 * size);
      if (byte >= 0x80) continue;
      const value = Number((raw >> 1n) ^ -(raw & 1n));
      this.add(name, kind, size + 1, show(value), 'varint');
      return value;
    }
    throw new NotReadable(`${name} at byte ${this.at} does not end within ten bytes`);
  }

  text(name: string, kind: Kind, size: number): string {
    this.need(size, name);
    const value = new TextDecoder().decode(this.bytes.subarray(this.at, this.at + size));
    if (size > 0) this.add(name, kind, size, value, 'bytes');
    return value;
  }

  packed(name: string, to: number, value: string): void {
    this.need(to - this.at, name);
    this.add(name, 'packed', to - this.at, value, 'bytes');
  }

  private small(size: 1 | 2 | 4): number {
    if (size === 1) return this.view.getInt8(this.at);
    return size === 2 ? this.view.getInt16(this.at) : this.view.getInt32(this.at);
  }

  private need(size: number, name: string): void {
    if (size < 0 || this.at + size > this.bytes.length)
      throw new NotReadable(`${name} at byte ${this.at} would take ${size} bytes, and ${this.bytes.length - this.at} are left`);
  }

  private add(name: string, kind: Kind, size: number, value: string, type: string): void {
    const id = this.prefix === '' ? name : `${this.prefix}.${name}`;
    this.fields.push({ id, name, kind, from: this.at, to: this.at + size, value, type });
    this.at += size;
  }
}

/** The bytes are no record batch from here on; the message says why. */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
}
