import type { Fact } from '@proving/spec';
import { describe, expect, it, test } from 'vitest';
import { assessmentsOf, learnersOf, tables } from '../src/cohort/index.ts';
import { exportText, fold, labBook, overview, readExport, readLog, roundInWords } from '../src/index.ts';
import { entriesOf, linesOf } from './seed.ts';

const lesson = '02-topics';
const answered = (question: string, outcome: 'right' | 'wrong' | 'skipped', seed: number | null = 7, of = 3): Fact => ({
  kind: 'answer',
  lesson,
  question,
  outcome,
  sure: null,
  beliefs: [],
  ...(seed !== null && { assessment: { part: 1, seed, of } }),
});
const look = (outcome: 'passed' | 'not-yet' | 'left', clues = 0, seed = 7): Fact => ({
  kind: 'assessment',
  part: 1,
  outcome,
  unmet: outcome === 'not-yet' ? ['apart'] : [],
  clues,
  seed,
});
const questions = [answered('q1', 'right'), answered('q2', 'wrong'), answered('q3', 'skipped')];
const repaired = [...questions, look('not-yet'), look('not-yet', 1), look('passed', 1)];
const roundsOf = (...facts: readonly Fact[]) => fold(entriesOf(facts)).assessments[1]?.rounds ?? [];

describe('an assessment', () => {
  test.for<[string, Fact[], string[]]>([
    ['under way', questions.slice(0, 1), ['1 of 3 questions answered, 1 right; under way']],
    ['with its questions answered', questions, ['1 of 3 questions right; the incident is next']],
    ['with an open incident', repaired.slice(0, 5), ['1 of 3 questions right; incident open after 2 looks and 1 clue']],
    ['repaired', repaired, ['1 of 3 questions right; incident repaired on 2026-11-21 after 3 looks and 1 clue']],
    ['repaired at the first look', [look('passed')], ['incident repaired on 2026-11-21 after 1 look and no clue']],
    ['left', [...questions.slice(0, 2), look('left')], ['2 of 3 questions answered, 1 right; left on 2026-11-21']],
    [
      'of an older log, which does not say whose its answers are',
      [answered('q1', 'right', null), look('not-yet')],
      ['incident open after 1 look and no clue'],
    ],
    [
      'begun once more, also with the same seed',
      [...repaired, answered('q1', 'right')],
      [
        '1 of 3 questions right; incident repaired on 2026-11-21 after 3 looks and 1 clue',
        '1 of 3 questions answered, 1 right; under way',
      ],
    ],
    [
      'with other questions, where what was kept of the first was lost',
      [answered('q1', 'right'), answered('q1', 'wrong', 8)],
      ['1 of 3 questions answered, 1 right; under way', '1 of 3 questions answered, 0 right; under way'],
    ],
    [
      'counts the first answer to a question',
      [answered('q1', 'wrong'), answered('q1', 'right')],
      ['1 of 3 questions answered, 0 right; under way'],
    ],
  ])('%s', ([, facts, told]) => {
    expect(roundsOf(...facts).map(roundInWords)).toEqual(told);
  });

  it('its answers count in their lessons as all answers do', () => {
    const { answers } = fold(entriesOf(questions)).lessons[lesson] ?? {};
    expect(Object.keys(answers ?? {})).toEqual(['q1', 'q2', 'q3']);
  });

  it('with a mark that cannot be one, the line is named and the rest is kept', () => {
    const [first, ...rest] = entriesOf(questions);
    const { entries, notices } = readLog(linesOf([{ ...first, assessment: { part: 'one' } }, ...rest]));
    expect([entries.length, notices.map(({ kind }) => kind)]).toEqual([2, ['unreadable']]);
  });
});

describe('the overview', () => {
  const parts = [{ number: 1, numeral: 'I', title: 'Foundations', assessed: true }];
  const manifest = { title: 'Topics', part: 1, minutes: 20, claims: {} };
  const lessons = [{ number: '02', folder: lesson, manifest, steps: { length: 3 }, task: null }];
  const openIn = (...facts: readonly Fact[]) => overview(fold(entriesOf(facts)), lessons, parts).parts[0]?.assessment.open;
  const finished: Fact = { kind: 'lesson.finished', lesson };

  test.for<[string, Fact[], 'begin' | 'go on' | null]>([
    ['offers none before the lessons are finished', [], null],
    ['offers it behind the last lesson of the part', [finished], 'begin'],
    ['goes on with what was begun', [finished, answered('q1', 'right')], 'go on'],
    ['goes on with an open incident, lessons finished or not', [look('not-yet')], 'go on'],
    ['has nothing open when it was repaired', [finished, ...repaired], null],
    ['has nothing open when it was left', [finished, look('left')], null],
  ])('%s', ([, facts, open]) => {
    expect(openIn(...facts)).toBe(open);
  });

  it('offers none of a part that has none', () => {
    const without = [{ number: 1, numeral: 'I', title: 'Foundations' }];
    expect(overview(fold(entriesOf([finished])), lessons, without).parts[0]?.assessment).toEqual({ rounds: [], open: null });
  });
});

it('stands in the lab book once, where it was last worked at', () => {
  const note: Fact = { kind: 'note', lesson: null, text: 'who counts twice?' };
  expect(labBook(entriesOf([...repaired.slice(0, 4), note, ...repaired.slice(4)]), [])).toBe(`# Lab book

## 2026-11-21

> who counts twice?

### Assessment of part 1

1 of 3 questions right; incident repaired on 2026-11-21 after 3 looks and 1 clue.
`);
});

it('comes to an instructor with the file, one row for each', () => {
  const file = (name: string, facts: readonly Fact[]) => {
    const text = exportText(entriesOf(facts, { device: name }), {
      name,
      at: '2026-11-21T09:00:00.000Z',
      course: '0.1.0',
      words: false,
    });
    return readExport(text) as NonNullable<ReturnType<typeof readExport>>;
  };
  const learners = learnersOf([
    file('ann', repaired),
    file('ben', [look('not-yet', 2)]),
    file('cem', [answered('q1', 'right', null)]),
  ]);
  expect(assessmentsOf(learners).map(({ learner, incident }) => `${learner} ${incident}`)).toEqual(['ann repaired', 'ben open']);
  expect(tables(learners, [], [], null)['assessments.csv']).toBe(
    [
      'learner,part,questionsRight,questionsAnswered,questions,incident,looks,clues,last',
      'ann,1,1,3,3,repaired,3,1,2026-11-21T08:05:00.000Z',
      'ben,1,,,,open,1,2,2026-11-21T08:00:00.000Z',
      '',
    ].join('\r\n'),
  );
});
