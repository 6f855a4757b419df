import type { Fact } from '@proving/spec';
import { describe, expect, test } from 'vitest';
import { fold, type LessonInfo, overview, type PartInfo } from '../src/index.ts';
import { entriesOf } from './seed.ts';

const parts: readonly PartInfo[] = [
  { number: 1, numeral: 'I', title: 'Foundations' },
  { number: 2, numeral: 'II', title: 'Producing and storing safely' },
  { number: 3, numeral: 'III', title: 'Contracts and errors' },
];
const info = (folder: string, part: number, minutes: number, steps: number, task: string | null): LessonInfo => ({
  number: folder.slice(0, 2),
  folder,
  manifest: { title: `About ${folder.slice(3)}`, part, minutes, claims: { one: 'One.', two: 'Two.' } },
  steps: { length: steps },
  task,
});
const lessons = [info('01-the-log', 1, 20, 4, null), info('02-topics', 1, 40, 6, '# Do it'), info('07-acks', 2, 35, 6, '# Do it')];
const of = (...facts: readonly Fact[]) => overview(fold(entriesOf(facts)), lessons, parts);

const opened = (lesson: string): Fact => ({ kind: 'lesson.opened', lesson });
const read = (lesson: string, step: number): Fact => ({ kind: 'step.read', lesson, step });
const finished = (lesson: string): Fact => ({ kind: 'lesson.finished', lesson });
const proved = (lesson: string, claim: string): Fact => ({
  kind: 'experiment',
  lesson,
  experiment: '01-x',
  claim,
  verdict: 'proved',
  because: null,
  observed: {},
  kafka: '4.3.1',
  driver: 'jvm',
  ms: 1,
});

describe('overview', () => {
  test('of a learner in the middle', () => {
    const view = of(
      opened('01-the-log'),
      proved('01-the-log', 'one'),
      proved('01-the-log', 'no-more'),
      finished('01-the-log'),
      opened('02-topics'),
      read('02-topics', 1),
      read('02-topics', 2),
    );
    expect(view).toEqual({
      lessons: { finished: 1, total: 3 },
      claims: { proved: 1, total: 6 },
      parts: [
        {
          ...parts[0],
          lessons: [
            {
              number: '01',
              folder: '01-the-log',
              title: 'About the-log',
              mark: 'finished',
              claims: { proved: 1, total: 2 },
              minutesLeft: 0,
            },
            {
              number: '02',
              folder: '02-topics',
              title: 'About topics',
              mark: 'begun',
              claims: { proved: 0, total: 2 },
              minutesLeft: 30,
            },
          ],
          assessment: { rounds: [], open: null },
        },
        {
          ...parts[1],
          lessons: [
            {
              number: '07',
              folder: '07-acks',
              title: 'About acks',
              mark: 'untouched',
              claims: { proved: 0, total: 2 },
              minutesLeft: 35,
            },
          ],
          assessment: { rounds: [], open: null },
        },
      ],
      due: 0,
      toClear: [],
      beliefs: [],
      next: { number: '02', folder: '02-topics', title: 'About topics', step: 3, address: '02.3', why: 'resume', minutesLeft: 30 },
    });
  });

  const steps = [1, 2, 3, 4, 5, 6];
  test.for<[string, Fact[], object | null]>([
    ['before anything', [], { address: '01', step: 1, why: 'first' }],
    ['in a lesson opened and not read', [opened('07-acks')], { address: '07.1', why: 'resume', minutesLeft: 35 }],
    ['behind a finished lesson', [opened('01-the-log'), finished('01-the-log')], { address: '02', step: 1, why: 'next' }],
    ['behind a lesson finished out of order', [opened('07-acks'), finished('07-acks')], { address: '01', why: 'next' }],
    [
      'when only the exercise is left',
      steps.map((step) => read('02-topics', step)),
      { address: '02', step: null, why: 'exercise', minutesLeft: 10 },
    ],
    ['at the step that was left out', [1, 2, 4, 5, 6].map((step) => read('02-topics', step)), { address: '02.3', why: 'resume' }],
    [
      'where a reset went',
      [...steps.map((step) => read('02-topics', step)), { kind: 'lesson.reset', lesson: '02-topics', step: 3 }],
      { address: '02.3', why: 'resume', minutesLeft: 30 },
    ],
    ['in a lesson that is no more', [opened('99-gone'), read('99-gone', 3)], { address: '01', why: 'next' }],
    ['in one that was only proved', [proved('02-topics', 'one')], { address: '01', why: 'first' }],
    ['when all are finished', lessons.map(({ folder }) => finished(folder)), null],
  ])('goes on %s', ([, facts, next]) => {
    if (next === null) expect(of(...facts).next).toBeNull();
    else expect(of(...facts).next).toMatchObject(next);
  });
});
