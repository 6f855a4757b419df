import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded, type Table } from '../streams/index.ts';

const change = fc.record({
  key: fc.constantFrom('ada', 'bob', 'cy', 'dan'),
  value: fc.option(fc.constantFrom('Oslo', 'Rome', 'Bonn'), { nil: null }),
});
const stream = fc.array(change);
const rowsOf = (table: Table) => [...table].map(([key, value]) => ({ key, value }));
const sorted = (table: Table) => [...table].sort();

test('a table, written out and folded, is the same table', () => {
  fc.assert(
    fc.property(stream, (changes) => {
      const table = folded(changes);
      expect(folded(rowsOf(table))).toEqual(table);
    }),
  );
});

test('a row is the last value of its key, and there is none where that was a tombstone', () => {
  fc.assert(
    fc.property(stream, (changes) => {
      const table = folded(changes);
      for (const key of ['ada', 'bob', 'cy', 'dan'])
        expect(table.get(key)).toBe(changes.findLast((each) => each.key === key)?.value ?? undefined);
    }),
  );
});

test('a table that was written out after some changes is made whole by the others', () => {
  fc.assert(
    fc.property(stream, stream, (early, late) => {
      const snapshot = rowsOf(folded(early));
      expect(sorted(folded([...snapshot, ...late]))).toEqual(sorted(folded([...early, ...late])));
    }),
  );
});

test('partitions may be read in any order where each key lies in one of them', () => {
  fc.assert(
    fc.property(stream, fc.boolean(), (changes, twist) => {
      const isHere = ({ key }: { readonly key: string }) => key < 'c' === twist;
      const [one, other] = [changes.filter(isHere), changes.filter((each) => !isHere(each))];
      expect(sorted(folded([...one, ...other]))).toEqual(sorted(folded(changes)));
    }),
  );
});
