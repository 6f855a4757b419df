import { crc32c } from './crc32c.ts';
import { Cursor, NotReadable } from './cursor.ts';
import type { Field } from './field.ts';

export const codecs = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const;
export type Codec = (typeof codecs)[number];

export interface ParsedRecord {
  readonly offset: number;
  /** Ms since 1970. */
  readonly timestamp: number;
  readonly key: string | null;
  readonly value: string | null;
}

/** A record batch of format 2, taken apart (Kafka docs, Implementation, Message Format). */
export interface Parsed {
  /** All bytes in order, without a gap, as far as they could be read. */
  readonly fields: readonly Field[];
  /** Empty where they are packed. */
  readonly records: readonly ParsedRecord[];
  readonly codec: Codec | null;
  readonly control: boolean;
  readonly crc: { readonly stored: number; readonly computed: number } | null;
  /** Why it ends here; null: it was read whole. */
  readonly problem: string | null;
}

/** What the header has behind it is read with its help. */
interface Header {
  readonly baseOffset: number;
  readonly baseTimestamp: number;
  readonly count: number;
  readonly control: boolean;
}

const headerBytes = 61;
/** Where that begins which the checksum covers: at the attributes. */
export const coveredFrom = 21;

/** Never throws: bytes that are no batch end with a `problem`. */
export function parseBatch(bytes: Uint8Array): Parsed {
  const cursor = new Cursor(bytes, 0);
  const records: ParsedRecord[] = [];
  let [codec, control, crc]: [Codec | null, boolean, Parsed['crc']] = [null, false, null];
  const problem = attempt(() => {
    const baseOffset = cursor.int('baseOffset', 'place', 8);
    const end = 12 + cursor.int('batchLength', 'shape', 4, (length) => `${length} bytes behind this`);
    if (end > bytes.length || end < headerBytes)
      throw new NotReadable(`batchLength would end the batch at byte ${end} of ${bytes.length}`);
    cursor.int('partitionLeaderEpoch', 'place', 4);
    const magic = cursor.int('magic', 'shape', 1);
    if (magic !== 2) throw new NotReadable(`magic is ${magic}; this format is 2`);
    const stored = cursor.uint32('crc', 'check', hex);
    crc = { stored, computed: crc32c(bytes.subarray(coveredFrom, end)) };
    const attributes = cursor.int('attributes', 'shape', 2, attributesInWords);
    codec = codecs[attributes & 7] ?? null;
    control = (attributes & 32) !== 0;
    cursor.int('lastOffsetDelta', 'place', 4);
    const baseTimestamp = cursor.int('baseTimestamp', 'time', 8, time);
    cursor.int('maxTimestamp', 'time', 8, time);
    cursor.int('producerId', 'producer', 8, orNone);
    cursor.int('producerEpoch', 'producer', 2, orNone);
    cursor.int('baseSequence', 'producer', 4, orNone);
    const count = cursor.int('recordsCount', 'shape', 4);
    if (codec === null) throw new NotReadable(`codec ${attributes & 7} is none of ${codecs.join(', ')}`);
    const header = { baseOffset, baseTimestamp, count, control };
    if (codec !== 'none') cursor.packed('records', end, `${end - headerBytes} bytes, packed with ${codec}`);
    else readRecords(cursor, header, records);
    if (cursor.at < end) throw new NotReadable(`${end - cursor.at} bytes are left behind the last record`);
  });
  return { fields: cursor.fields, records, codec, control, crc, problem };
}

/** The records of a packed batch, from their unpacked bytes. */
export function parseUnpacked(bytes: Uint8Array, packed: Uint8Array): Parsed {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const cursor = new Cursor(bytes, 0);
  const records: ParsedRecord[] = [];
  const control = (view.getInt16(coveredFrom) & 32) !== 0;
  const header = {
    baseOffset: Number(view.getBigInt64(0)),
    baseTimestamp: Number(view.getBigInt64(27)),
    count: view.getInt32(57),
    control,
  };
  const problem = attempt(() => readRecords(cursor, header, records));
  return { fields: cursor.fields, records, codec: 'none', control, crc: null, problem };
}

function readRecords(cursor: Cursor, { baseOffset, baseTimestamp, count, control }: Header, records: ParsedRecord[]): void {
  for (let i = 0; i < count; i++) {
    cursor.within(String(i + 1));
    cursor.varint('length', 'shape', (length) => `${length} bytes`);
    cursor.int('attributes', 'shape', 1);
    const timestamp =
      baseTimestamp + cursor.varint('timestampDelta', 'time', (delta) => `${delta} ms: ${time(baseTimestamp + delta)}`);
    const offset = baseOffset + cursor.varint('offsetDelta', 'place', (delta) => `${delta}: offset ${baseOffset + delta}`);
    const key = bytesOf(cursor, 'key', control);
    const value = bytesOf(cursor, 'value', control);
    const headers = cursor.varint('headersCount', 'shape');
    for (let h = 0; h < headers; h++) {
      cursor.text(
        'headerKey',
        'key',
        cursor.varint('headerKeyLength', 'shape', (length) => `${length} bytes`),
      );
      const size = cursor.varint('headerValueLength', 'shape', (length) => (length < 0 ? '−1: null' : `${length} bytes`));
      if (size >= 0) cursor.text('headerValue', 'value', size);
    }
    records.push({ offset, timestamp, key, value });
  }
}

function bytesOf(cursor: Cursor, name: 'key' | 'value', control: boolean): string | null {
  const size = cursor.varint(`${name}Length`, 'shape', (length) => (length < 0 ? '−1: null' : `${length} bytes`));
  if (size < 0) return null;
  if (!control) return cursor.text(name, name, size);
  return marker(cursor, name, cursor.at + size);
}

/** A marker's key is a version and a type, its value a version and the epoch of the coordinator. Newer ones may have more. */
function marker(cursor: Cursor, name: 'key' | 'value', end: number): string {
  cursor.int(`${name}Version`, name, 2);
  const says =
    name === 'key'
      ? types[cursor.int('markerType', name, 2, (type) => `${type}: ${types[type] ?? 'unknown'}`)]
      : `coordinator epoch ${cursor.int('coordinatorEpoch', name, 4)}`;
  if (cursor.at < end) cursor.text(`${name}Rest`, name, end - cursor.at);
  return says ?? 'unknown';
}

const types: readonly (string | undefined)[] = ['abort', 'commit'];

function attempt(read: () => void): string | null {
  try {
    read();
    return null;
  } catch (cause) {
    if (cause instanceof NotReadable) return cause.message;
    throw cause;
  }
}

function attributesInWords(attributes: number): string {
  return [
    codecs[attributes & 7] ?? `codec ${attributes & 7}`,
    attributes & 8 ? 'LogAppendTime' : 'CreateTime',
    ...(attributes & 16 ? ['transactional'] : []),
    ...(attributes & 32 ? ['control'] : []),
    ...(attributes & 64 ? ['has a delete horizon'] : []),
  ].join(', ');
}

export const hex = (n: number): string => `0x${n.toString(16).padStart(8, '0')}`;
const orNone = (n: number) => (n === -1 ? '−1: none' : String(n));
const time = (ms: number) => (Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString().replace('T', ' ').replace('Z', '') : String(ms));
