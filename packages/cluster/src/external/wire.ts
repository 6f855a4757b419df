/**
 * As much of Kafka's protocol as it takes to find out who answers at an address: fields of the classic and of the flexible
 * encoding, written and read one after the other. Source: Kafka documentation, "Kafka protocol guide".
 */
export class Writer {
  readonly #parts: Buffer[] = [];

  int8(value: number): this {
    return this.#put(1, (b) => b.writeInt8(value));
  }
  int16(value: number): this {
    return this.#put(2, (b) => b.writeInt16BE(value));
  }
  int32(value: number): this {
    return this.#put(4, (b) => b.writeInt32BE(value));
  }
  string(value: string): this {
    return this.int16(Buffer.byteLength(value)).raw(Buffer.from(value));
  }
  bytes(value: Buffer): this {
    return this.int32(value.length).raw(value);
  }
  /** A text of the flexible encoding; its length must be below 127, which every text here is. */
  compact(value: string): this {
    return this.int8(Buffer.byteLength(value) + 1).raw(Buffer.from(value));
  }
  raw(value: Buffer): this {
    this.#parts.push(value);
    return this;
  }
  done(): Buffer {
    return Buffer.concat(this.#parts);
  }

  #put(size: number, write: (buffer: Buffer) => void): this {
    const buffer = Buffer.alloc(size);
    write(buffer);
    return this.raw(buffer);
  }
}

/** Reads what `Writer` writes. Beyond the end it throws a RangeError: the answer was not in the format it should be in. */
export class Reader {
  readonly #buffer: Buffer;
  #at = 0;
  constructor(buffer: Buffer) {
    this.#buffer = buffer;
  }

  int8(): number {
    return this.#take(1).readInt8();
  }
  int16(): number {
    return this.#take(2).readInt16BE();
  }
  int32(): number {
    return this.#take(4).readInt32BE();
  }
  string(): string | null {
    const length = this.int16();
    return length < 0 ? null : this.#take(length).toString();
  }
  bytes(): Buffer {
    return this.#take(Math.max(0, this.int32()));
  }
  list<T>(read: () => T): T[] {
    return Array.from({ length: Math.max(0, this.int32()) }, read);
  }
  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#take(1).readUInt8();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new RangeError('a variable-length number did not end');
  }
  compact(): string {
    return this.#take(Math.max(0, this.varint() - 1)).toString();
  }
  compactList<T>(read: () => T): T[] {
    return Array.from({ length: Math.max(0, this.varint() - 1) }, read);
  }
  /** The tagged fields that close a flexible structure; a field that nobody asks for is passed over. */
  tagged(fields: Readonly<Record<number, (field: Reader) => void>> = {}): void {
    for (let left = this.varint(); left > 0; left--) {
      const tag = this.varint();
      const field = new Reader(this.#take(this.varint()));
      fields[tag]?.(field);
    }
  }

  #take(length: number): Buffer {
    if (this.#at + length > this.#buffer.length) throw new RangeError(`the answer ended after ${this.#buffer.length} bytes`);
    this.#at += length;
    return this.#buffer.subarray(this.#at - length, this.#at);
  }
}
