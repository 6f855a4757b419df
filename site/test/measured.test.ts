import { expect, it } from 'vitest';
import { fieldInWords, fieldsOf, valueIn, valueInWords } from '../src/measured.ts';

it('what arms measured is told field by field, whatever its form', () => {
  const all = [{ acknowledged: 10, readAgain: null }, { acknowledged: 1_234, last: [1, 'b'] }, 7, undefined];
  expect(fieldsOf(all)).toEqual(['acknowledged', 'readAgain', 'last', '']);
  const rows = fieldsOf(all).map((field) => [fieldInWords(field), ...all.map((each) => valueInWords(valueIn(each, field)))]);
  expect(rows).toEqual([
    ['acknowledged', '10', '1,234', '–', '–'],
    ['read again', 'none', '–', '–', '–'],
    ['last', '–', '1, b', '–', '–'],
    ['measured', '–', '–', '7', '–'],
  ]);
  expect(valueInWords({ a: [], b: { c: true } })).toBe('a: none, b: c: true');
});
