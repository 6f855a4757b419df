import type { Fact } from '@proving/spec';
import { expect, it } from 'vitest';
import { type BookLesson, labBook } from '../src/index.ts';
import { entriesOf } from './seed.ts';

const lesson: BookLesson = {
  number: '07',
  folder: '07-acks-and-durability',
  manifest: {
    title: 'What "acknowledged" means',
    claims: { survives: 'With acks=all a record outlives its leader.' },
    experiments: { dies: { title: 'The leader dies', arms: { treatment: 'acks=all', control: 'acks=1' } } },
  },
};
const facts: readonly Fact[] = [
  { kind: 'lesson.opened', lesson: lesson.folder },
  {
    kind: 'prediction',
    lesson: lesson.folder,
    experiment: 'dies',
    said: 'All twenty.',
    measured: 'Ten.',
    outcome: 'wrong',
    belief: 'W55',
  },
  {
    kind: 'experiment',
    lesson: lesson.folder,
    experiment: 'dies',
    claim: 'survives',
    verdict: 'proved',
    because: null,
    observed: { treatment: { lost: 0 }, control: { lost: 10, storedUnanswered: 0 } },
    kafka: '4.3.1',
    driver: 'jvm',
    ms: 6_000,
  },
  { kind: 'note', lesson: lesson.folder, text: 'ok is a promise\nonly with acks=all' },
];

it('tells what was predicted, measured and noted, in the words of the lesson', () => {
  expect(labBook(entriesOf(facts), [lesson])).toBe(`# Lab book

## 2026-11-21

### 07 · What "acknowledged" means

#### The leader dies

With acks=all a record outlives its leader.

- You predicted: All twenty. (wrong)
- It was: Ten.
- Measured, acks=all: lost 0
- Measured, acks=1: lost 10, stored unanswered 0
- Proved, at 08:02 UTC on Kafka 4.3.1 (jvm)

> ok is a promise
> only with acks=all
`);
});

it('of a lesson that is not here any more, the ids stay', () => {
  const text = labBook(entriesOf(facts), []);
  expect(text).toContain('### 07-acks-and-durability');
  expect(text).toContain('Claim: survives');
});

it('is the same for the same entries in any order, and says so where there are none', () => {
  const entries = entriesOf(facts);
  expect(labBook([...entries].reverse(), [lesson])).toBe(labBook(entries, [lesson]));
  expect(labBook([], [lesson])).toContain('Nothing has been run yet');
});
