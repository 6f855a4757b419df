import { expect, test } from 'vitest';
import { glossary } from '../check/glossary.ts';
import { said } from './seeded.ts';

const theory = 'lessons/01-the-log/theory.md';
const page = (...entries: readonly string[]) => ({ 'notes/glossary.md': `# Glossary\n\n${entries.join('\n\n')}\n` });
const topic = '**topic** · 01 · A named log, `orders`.';

test('a term that is introduced once and listed', async () => {
  expect(await said(glossary, { ...page(topic), [theory]: '## One\n\nA log with a name is a **topic**.\n' })).toEqual([]);
});

test('a term that the glossary does not have; longer bold text is emphasis', async () => {
  const files = { ...page(topic), [theory]: 'A **topic** has a **partition**. **Never await the second send.**\n' };
  expect(await said(glossary, files)).toEqual([`${theory}:1  introduces "partition", which the glossary does not have`]);
});

test('a term that two lessons introduce', async () => {
  const again = 'lessons/02-topics/theory.md';
  const files = { ...page(topic), [theory]: 'A **topic**.\n', [again]: '**topics** are logs.\n' };
  expect(await said(glossary, files)).toEqual([`${again}:1  introduces "topics" again, after lesson 01`]);
});

test('an entry whose lesson is not there, or has no such word, and entries out of order', async () => {
  const files = { ...page(topic, '**lag** · 01 · 60.', '**zombie** · 10 · It wakes up.'), [theory]: 'A **topic**.\n' };
  expect(await said(glossary, files)).toEqual([
    'notes/glossary.md:5  has "lag" behind "topic"',
    'notes/glossary.md:5  says that lesson 01 introduces "lag", and its theory has no such word',
    'notes/glossary.md:7  sends a reader of "zombie" to lesson 10, which is not there',
  ]);
});
