import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { fileLink, linked } from '../../src/link.ts';
import { fitted, widthOf, wrapped } from '../../src/text.ts';

const knows = { links: true };

it('a file that is named is a link where the terminal knows links, and its bare path elsewhere', () => {
  expect(fileLink('work/start.ts', knows, '/home/me/a b/work/start.ts')).toBe(
    '\u001b]8;;file:///home/me/a%20b/work/start.ts\u0007work/start.ts\u001b]8;;\u0007',
  );
  expect(fileLink('work/start.ts', { links: false }, '/elsewhere')).toBe('work/start.ts');
});

it('a link takes the room of its text, and loses nothing of it where it is wrapped', () => {
  const one = linked('two words', 'https://kafka.apache.org/documentation/', knows);
  expect(widthOf(one)).toBe(9);
  const text = `see ${one} and what stands behind them`;
  for (const lines of [wrapped(text, 12), fitted(`  ${text}`, 14)]) {
    expect(lines.every((line) => widthOf(line) <= 14)).toBe(true);
    expect(stripVTControlCharacters(lines.map((line) => line.trim()).join(' '))).toBe('see two words and what stands behind them');
  }
});
