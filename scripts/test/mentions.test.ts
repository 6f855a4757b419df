import { expect, test } from 'vitest';
import { mentions } from '../check/mentions.ts';
import { said } from './seeded.ts';

const lesson = {
  'lessons/07-acks/lesson.ts': "export default { claims: { 'acked-survives': 'It does.', 'all-in-sync': 'All.' }, refutes: [] };\n",
  'lessons/07-acks/quiz.ts': 'export default [];\n',
  'lessons/07-acks/theory.md': '## One\n',
};

test('claims that a note names in its sentences, made and not made', async () => {
  const note = [
    'So it is, 07 `acked-survives`, `all-in-sync`. And later: lesson 27 `not-yet-made`.',
    'Not: 07 `never-made`; after 10 `kafka-topics` there are 12 `kafka-configs`.',
    '| a cell | 07 `acked-survives` and `gone-by-now` |',
    '```text',
    '07 `fenced-in`',
    '```',
    'Broken at the end of a line, 07',
    '`torn-apart`.',
    'Of port 9007 `acked-never` and of 1.07 `acked-never` nothing is said.',
  ].join('\n');
  expect(await said(mentions, { ...lesson, 'notes/runbooks.md': note })).toEqual([
    'notes/runbooks.md:2  names the claim "never-made", which lesson 07 does not make',
    'notes/runbooks.md:2  names the claim "kafka-topics", which lesson 10 does not make',
    'notes/runbooks.md:2  names the claim "kafka-configs", which lesson 12 does not make',
    'notes/runbooks.md:3  names the claim "gone-by-now", which lesson 07 does not make',
    'notes/runbooks.md:7  names the claim "torn-apart", which lesson 07 does not make',
  ]);
});

test('a course without lessons, and a page whose rows another rule looks at', async () => {
  expect(await said(mentions, { 'notes/runbooks.md': '07 `never-made`' })).toEqual([]);
  expect(await said(mentions, { ...lesson, 'notes/which-client.md': '07 `never-made`' })).toEqual([]);
});
