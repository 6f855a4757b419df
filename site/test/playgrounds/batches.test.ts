import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesIn as bytesOf } from '../../src/playgrounds/batches/bytes.ts';
import { crc32c } from '../../src/playgrounds/batches/crc32c.ts';
import { coveredFrom, parseBatch, parseUnpacked } from '../../src/playgrounds/batches/parse.ts';
import { recorded, recordedOn } from '../../src/playgrounds/batches/recorded.ts';
import { eventsOf, tracesOf } from './traces.ts';

const all = Object.entries(recorded).flatMap(([name, batches]) =>
  batches.map((hex, i) => ({ name: `${name} ${i + 1}`, bytes: bytesOf(hex) })),
);
const noon = Date.UTC(2026, 10, 21, 12);
const pages = ['apples', 'pears', 'plums', 'quinces', 'cherries'];
const views = pages.map((page, i) => ({
  offset: i,
  timestamp: noon + 40 * i,
  key: null,
  value: JSON.stringify({ event: 'view', page: `/shop/${page}`, user: 41 + i, shop: 'main-street' }),
}));

describe('the checksum', () => {
  it('is that of RFC 3720, Appendix B.4', () => {
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
    expect(crc32c(Uint8Array.from({ length: 32 }, (_, i) => i))).toBe(0x46dd794e);
    expect(crc32c(new TextEncoder().encode('123456789'))).toBe(0xe3069283);
  });
});

describe('what a broker wrote', () => {
  it('was written by the release that the recorded runs are of', () => {
    expect(tracesOf('11-storage')[0]?.header.kafka).toBe(recordedOn);
  });

  it.each(all)('$name: is read to its last byte, without a gap, and its checksum fits', ({ bytes }) => {
    const { fields, crc, problem } = parseBatch(bytes);
    expect(problem).toBeNull();
    expect(fields[0]?.from).toBe(0);
    expect(fields.at(-1)?.to).toBe(bytes.length);
    expect(fields.slice(1).map(({ from }) => from)).toEqual(fields.slice(0, -1).map(({ to }) => to));
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    expect(crc?.computed).toBe(crc?.stored);
  });

  it('holds the records that were sent', () => {
    expect(parseBatch(bytesOf(recorded.one[0])).records).toEqual([{ offset: 0, timestamp: noon, key: 'bob', value: 'order 1' }]);
    expect(parseBatch(bytesOf(recorded.three[0])).records).toEqual(views.slice(0, 3));
  });

  it.each([
    ['gzip', gunzipSync],
    ['zstd', zstdDecompressSync],
  ] as const)('packed with %s: holds them, too', (codec, unpack) => {
    const bytes = bytesOf(recorded[codec][0]);
    expect(parseBatch(bytes)).toMatchObject({ codec, records: [] });
    const { records, problem, fields } = parseUnpacked(unpack(bytes.subarray(61)), bytes);
    expect({ records, problem }).toEqual({ records: views, problem: null });
    expect(fields[0]?.from).toBe(0);
  });

  it('ends a transaction with a marker of the coordinator', () => {
    const [data, marker] = recorded.transaction.map((hex) => parseBatch(bytesOf(hex)));
    expect(data).toMatchObject({ control: false, records: [{ offset: 0, key: 'bob', value: 'paid' }] });
    expect(marker).toMatchObject({ control: true, records: [{ offset: 1, key: 'commit' }] });
  });

  it('keeps offsets and range through compaction, and notes when a tombstone may go', () => {
    const { records, fields } = parseBatch(bytesOf(recorded.compacted[0]));
    expect(records.map(({ offset, key, value }) => [offset, key, value])).toEqual([
      [2, 'ada', null],
      [3, 'bob', 'Hill'],
    ]);
    const shown = (id: string) => fields.find((field) => field.id === id)?.value;
    expect(shown('lastOffsetDelta')).toBe('3');
    expect(shown('attributes')).toContain('has a delete horizon');
  });
});

describe('damage', () => {
  it('of any bit from the attributes on does not fit the checksum; of one before is not noticed by it', () => {
    const any = fc.constantFrom(...all).chain(({ bytes }) => fc.tuple(fc.constant(bytes), fc.nat(8 * bytes.length - 1)));
    fc.assert(
      fc.property(any, ([bytes, bit]) => {
        const at = bit >> 3;
        if (at >= 8 && at < coveredFrom) return; // length, epoch, magic and the checksum itself
        const damaged = Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ (1 << (bit & 7)) : byte));
        const { crc } = parseBatch(damaged);
        expect(crc?.computed === crc?.stored).toBe(at < coveredFrom);
      }),
    );
  });

  it('never makes the parser throw, and what it has read has no gap', () => {
    const damaged = fc
      .tuple(fc.constantFrom(...all), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }), fc.nat(400))
      .map(([{ bytes }, changes, length]) => {
        const copy = bytes.slice(0, length);
        for (const [at, to] of changes) if (at < copy.length) copy[at] = to;
        return copy;
      });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        const { fields, problem } = parseBatch(bytes);
        expect(fields.slice(1).map(({ from }) => from)).toEqual(fields.slice(0, -1).map(({ to }) => to));
        if (problem === null) expect(fields.map(({ name }) => name)).toContain('recordsCount');
      }),
    );
  });
});

describe('the recorded runs', () => {
  it('count bytes as the lens does: 61 for a header, and the records', () => {
    const batches = tracesOf('11-storage', '01-alone').flatMap((trace) => eventsOf(trace, 'storage.batches'));
    const alone = batches.flatMap((event) => event.batches).find(({ records }) => records === 1);
    // Without key and headers a record of nine bytes takes sixteen; "order 1" with key and header takes 28.
    expect(alone?.bytes).toBe(61 + 16);
    expect(bytesOf(recorded.one[0]).length).toBe(61 + 28);
  });
});
