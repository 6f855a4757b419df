import { fold, type LessonInfo, overview } from '@proving/progress';
import type { ProgressEntry } from '@proving/spec';
import { expect, test } from 'vitest';
import { overviewLines } from '../../src/cli/progress/show.ts';
import { paperOf } from '../../src/paper.ts';

const parts = [
  { number: 1, numeral: 'I', title: 'Foundations' },
  { number: 2, numeral: 'II', title: 'Storing safely' },
];
const lessons: readonly LessonInfo[] = ['01', '02', '03', '07', '08'].map((number) => ({
  number,
  folder: `${number}-x`,
  manifest: { title: `Lesson ${number}`, part: number < '07' ? 1 : 2, minutes: 30, claims: { a: '', b: '' } },
  steps: { length: 4 },
  task: 'do it',
}));
const stamp = (i: number) => ({ id: `0000000${i}`, at: `2026-11-21T08:00:0${i}.000Z`, device: 'd', course: '0', chain: '' });
const entries: readonly ProgressEntry[] = [
  { ...stamp(1), kind: 'lesson.opened', lesson: '01-x' },
  {
    ...stamp(2),
    kind: 'experiment',
    lesson: '01-x',
    experiment: 'e',
    claim: 'a',
    verdict: 'proved',
    because: null,
    observed: {},
    kafka: '4.3.1',
    driver: 'jvm',
    ms: 1,
  },
  { ...stamp(3), kind: 'answer', lesson: '01-x', question: 'q1', outcome: 'wrong', sure: true, beliefs: ['W55'] },
  { ...stamp(4), kind: 'lesson.finished', lesson: '01-x' },
  { ...stamp(5), kind: 'lesson.opened', lesson: '07-x' },
  { ...stamp(6), kind: 'step.read', lesson: '07-x', step: 1 },
];
const seen = overview(fold(entries), lessons, parts);
const shown = (paper: Parameters<typeof paperOf>[0], view = seen) => overviewLines(paperOf(paper), view).join('\n');

test('80 columns', () => {
  expect(shown({ columns: 80, colour: false, utf8: true })).toBe(`
  Kafka Proving Ground               1 of 5 lessons · 1 of 10 claims seen proved

  I   Foundations     ✓01  02  03
  II  Storing safely  ·07  08

  wrong answers to clear  1  (W55)
  → pnpm lesson 07.2        where you stopped, 25 minutes left`);
});

test('40 columns, without pnpm on the path', () => {
  expect(shown({ columns: 40, colour: false, utf8: false, pnpm: 'npx -y pnpm@12' })).toBe(`
  Kafka Proving Ground
  1 of 5 lessons · 1 of 10 claims seen
  proved

  I   Foundations
      ok01   02   03
  II  Storing safely
       ·07   08

  wrong answers to clear  1  (W55)
  > npx -y pnpm@12 lesson 07.2
    where you stopped, 25 minutes left`);
});

test('to be read aloud', () => {
  expect(shown({ columns: 80, colour: false, utf8: true, aloud: true }).split('\n').slice(3, 5)).toEqual([
    '  Part I, Foundations: finished 01',
    '  Part II, Storing safely: begun 07',
  ]);
});

test('every lesson finished leaves no command', () => {
  const all = lessons.map(({ folder }, i): ProgressEntry => ({ ...stamp(i), kind: 'lesson.finished', lesson: folder }));
  expect(
    shown({ columns: 80, colour: false, utf8: true }, overview(fold(all), lessons, parts))
      .split('\n')
      .at(-1),
  ).toBe('  Every lesson is finished.');
});

test('what assessments came to, at 80 and at 40 columns', () => {
  const asked = { kind: 'answer', lesson: '01-x', sure: null, assessment: { part: 1, seed: 7, of: 2 } } as const;
  const of = { kind: 'assessment', part: 1, clues: 1, seed: 7 } as const;
  const past: readonly ProgressEntry[] = [
    { ...stamp(1), ...asked, beliefs: [], question: 'q1', outcome: 'right' },
    { ...stamp(2), ...asked, beliefs: [], question: 'q2', outcome: 'wrong' },
    { ...stamp(3), ...of, outcome: 'not-yet', unmet: ['apart'] },
    { ...stamp(4), ...of, outcome: 'passed', unmet: [] },
    { ...stamp(5), ...of, outcome: 'not-yet', unmet: ['apart'], seed: 8 },
  ];
  const view = overview(fold(past), lessons, parts);
  expect(shown({ columns: 80, colour: false, utf8: true }, view).split('\n').slice(6, 12)).toEqual([
    '  assessment of part I    1 of 2 questions right; incident repaired on',
    '                          2026-11-21 after 2 looks and 1 clue',
    '  assessment of part I    incident open after 1 look and 1 clue',
    '  → pnpm assess 1           goes on with it',
    '',
    '  wrong answers to clear  1',
  ]);
  expect(shown({ columns: 40, colour: false, utf8: true }, view).split('\n').slice(10, 13)).toEqual([
    '  assessment of part I',
    '    1 of 2 questions right; incident',
    '    repaired on 2026-11-21 after 2 looks',
  ]);
});
