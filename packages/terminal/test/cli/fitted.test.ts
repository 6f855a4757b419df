import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitted, widthOf } from '../../src/text.ts';

const words = fc.array(fc.stringMatching(/^[a-z✓→]{1,12}$/), { minLength: 1, maxLength: 30 });

test('a line never goes beyond the window, begins below its own beginning, and keeps every word', () => {
  fc.assert(
    fc.property(words, fc.nat(6), fc.integer({ min: 24, max: 120 }), (each, indent, columns) => {
      const before = ' '.repeat(indent);
      const lines = fitted(before + each.join(' '), columns);
      for (const line of lines) {
        expect(widthOf(line)).toBeLessThanOrEqual(columns);
        expect(line.startsWith(before)).toBe(true);
      }
      expect(lines.flatMap((line) => line.trim().split(/ +/))).toEqual(each);
    }),
  );
});

test('where there is no window, and where it fits, it stays as it is', () => {
  const long = `  ${'word '.repeat(60)}`;
  expect(fitted(long, undefined)).toEqual([long]);
  expect(fitted('  short', 24)).toEqual(['  short']);
});

test('a path is not parted: it could not be copied', () => {
  const path = `/${'folder/'.repeat(12)}file`;
  expect(fitted(`  written to ${path}`, 40)).toContain(`  ${path}`);
});
