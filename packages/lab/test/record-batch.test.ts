import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32c } from '../src/storage/crc32c.ts';
import { offsetsIn } from '../src/storage/offsets-in.ts';
import { codecs, decodeBatches, headerBytes, type RecordBatch } from '../src/storage/record-batch.ts';

/** The header as Kafka's documentation lays it out, written here a second time and the other way round. */
function encoded(batch: RecordBatch, payload: Uint8Array): Buffer {
  const out = Buffer.alloc(headerBytes + payload.length);
  out.writeBigInt64BE(BigInt(batch.baseOffset), 0);
  out.writeInt32BE(out.length - 12, 8);
  out.writeInt32BE(batch.partitionLeaderEpoch, 12);
  out.writeInt8(batch.magic, 16);
  const flags = [batch.timestampType === 'LogAppendTime', batch.transactional, batch.control, batch.hasDeleteHorizon];
  out.writeInt16BE(
    flags.reduce((bits, set, i) => bits | (set ? 8 << i : 0), codecs.indexOf(batch.codec)),
    21,
  );
  out.writeInt32BE(batch.lastOffset - batch.baseOffset, 23);
  out.writeBigInt64BE(BigInt(batch.baseTimestamp), 27);
  out.writeBigInt64BE(BigInt(batch.maxTimestamp), 35);
  out.writeBigInt64BE(BigInt(batch.producerId), 43);
  out.writeInt16BE(batch.producerEpoch, 51);
  out.writeInt32BE(batch.baseSequence, 53);
  out.writeInt32BE(batch.records, 57);
  out.set(payload, headerBytes);
  out.writeUInt32BE(crc32c(out.subarray(21)), 17);
  return out;
}

const int = (min: number, max: number) => fc.integer({ min, max });
const time = int(-1, 2_000_000_000_000);
const header = fc
  .record({
    baseOffset: fc.maxSafeNat(),
    span: int(0, 1_000_000),
    partitionLeaderEpoch: int(-1, 2 ** 31 - 1),
    codec: fc.constantFrom(...codecs),
    timestampType: fc.constantFrom('CreateTime' as const, 'LogAppendTime' as const),
    transactional: fc.boolean(),
    control: fc.boolean(),
    hasDeleteHorizon: fc.boolean(),
    baseTimestamp: time,
    maxTimestamp: time,
    producerId: int(-1, Number.MAX_SAFE_INTEGER),
    producerEpoch: int(-1, 32_767),
    baseSequence: int(-1, 2 ** 31 - 1),
    records: int(0, 2 ** 31 - 1),
  })
  .filter(({ baseOffset, span }) => baseOffset + span <= Number.MAX_SAFE_INTEGER);
const batch = fc.tuple(header, fc.uint8Array({ maxLength: 80 })).map(([{ span, ...fields }, payload]) => {
  const made = { ...fields, lastOffset: fields.baseOffset + span, position: 0, bytes: headerBytes + payload.length, magic: 2 };
  const bytes = encoded({ ...made, crc: 0, crcValid: true }, payload);
  return { bytes, expected: { ...made, crc: bytes.readUInt32BE(17), crcValid: true } satisfies RecordBatch };
});
const log = fc.array(batch, { minLength: 1, maxLength: 6 });

describe('the decoder of record batches', () => {
  it('knows the check value of CRC-32C', () => {
    expect(crc32c(Buffer.from('123456789')).toString(16)).toBe('e3069283');
    expect(crc32c(new Uint8Array(32)).toString(16)).toBe('8a9136aa');
  });

  it('reads back every field of every header, and where each batch begins', () => {
    fc.assert(
      fc.property(log, (batches) => {
        let position = 0;
        const expected = batches.map((each) => {
          const at = position;
          position += each.bytes.length;
          return { ...each.expected, position: at };
        });
        expect(decodeBatches(Buffer.concat(batches.map((each) => each.bytes)))).toEqual(expected);
      }),
    );
  });

  it('stops before a batch that is not whole, wherever it was cut', () => {
    fc.assert(
      fc.property(log, fc.nat(), (batches, at) => {
        const all = Buffer.concat(batches.map((each) => each.bytes));
        const cut = at % all.length;
        let whole = 0;
        for (let end = 0; end + (batches[whole]?.bytes.length ?? Number.POSITIVE_INFINITY) <= cut; whole++)
          end += batches[whole]?.bytes.length ?? 0;
        expect(decodeBatches(all.subarray(0, cut)).length).toBe(whole);
      }),
    );
  });

  it('notices any one byte of header or records that changed after the checksum was made', () => {
    fc.assert(
      fc.property(batch, fc.nat(), int(1, 255), ({ bytes }, at, by) => {
        const changed = Buffer.from(bytes);
        const from = 23;
        const index = from + (at % (bytes.length - from));
        changed[index] = (changed[index] as number) ^ by;
        expect(decodeBatches(changed)[0]?.crcValid).toBe(false);
      }),
    );
  });

  it('refuses the formats of Kafka 0.10 and before, and stops at the zeros behind a preallocated log', () => {
    const old = Buffer.alloc(80);
    old.writeInt32BE(60, 8);
    old.writeInt8(1, 16);
    expect(() => decodeBatches(old)).toThrow('magic 1 at byte 0');
    expect(decodeBatches(Buffer.alloc(4_096))).toEqual([]);
  });

  it('finds the offsets of the records that are left, packed or not', () => {
    const deltas = fc.uniqueArray(int(0, 100_000), { minLength: 1, maxLength: 20 }).map((all) => all.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(
        deltas,
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('none' as const, 'gzip' as const),
        (all, value, codec) => {
          const records = Buffer.concat(all.map((delta, i) => record(delta, i * 1_000_003 - 5, value)));
          const fields = { ...blank, codec, baseOffset: 7, lastOffset: 7 + (all.at(-1) ?? 0), records: all.length };
          const bytes = encoded(fields, codec === 'gzip' ? gzipSync(records) : records);
          const [decoded] = decodeBatches(bytes);
          expect(decoded && offsetsIn(bytes, decoded)).toEqual(all.map((delta) => 7 + delta));
        },
      ),
    );
  });

  it('says that it does not unpack snappy and lz4', () => {
    expect(['snappy', 'lz4'].map((codec) => offsetsIn(new Uint8Array(80), { ...blank, codec: codec as 'lz4' }))).toEqual([
      null,
      null,
    ]);
  });
});

const blank: RecordBatch = {
  baseOffset: 0,
  lastOffset: 0,
  position: 0,
  bytes: 0,
  partitionLeaderEpoch: 0,
  magic: 2,
  crc: 0,
  crcValid: true,
  codec: 'none',
  timestampType: 'CreateTime',
  transactional: false,
  control: false,
  hasDeleteHorizon: false,
  baseTimestamp: 0,
  maxTimestamp: 0,
  producerId: -1,
  producerEpoch: -1,
  baseSequence: -1,
  records: 1,
};

function record(offsetDelta: number, timestampDelta: number, value: Uint8Array): Buffer {
  const body = [
    Buffer.of(0),
    zigzag(timestampDelta),
    zigzag(offsetDelta),
    zigzag(-1),
    zigzag(value.length),
    Buffer.from(value),
    zigzag(0),
  ];
  const all = Buffer.concat(body);
  return Buffer.concat([zigzag(all.length), all]);
}

function zigzag(value: number): Buffer {
  const bytes: number[] = [];
  let left = value >= 0 ? value * 2 : -value * 2 - 1;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
  return Buffer.from([...bytes, left]);
}
