import type { Fact } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../src/index.ts';
import { anyLog, entriesOf } from './seed.ts';

const lesson = '07-acks-and-durability';
const minute = (n: number) => `2026-11-21T08:${String(n).padStart(2, '0')}:00.000Z`;
const predicted = (outcome: 'right' | 'wrong' | 'skipped', belief: string | null = null): Fact => ({
  kind: 'prediction',
  lesson,
  experiment: '01-x',
  said: 'all twenty',
  measured: 'ten',
  outcome,
  belief,
});
const proved = (verdict: 'proved' | 'refuted', kafka = '4.3.1'): Fact => ({
  kind: 'experiment',
  lesson,
  experiment: '01-x',
  claim: 'acknowledged-survives',
  verdict,
  because: null,
  observed: { treatment: { lost: 0 } },
  kafka,
  driver: 'jvm',
  ms: 900,
});
const answered = (question: string, outcome: 'right' | 'wrong' | 'skipped', beliefs: string[] = []): Fact => ({
  kind: 'answer',
  lesson,
  question,
  outcome,
  sure: true,
  beliefs,
});
const judged = (outcome: 'passed' | 'not-yet' | 'unjudged', task: string | null = null): Fact => ({
  kind: 'exercise',
  lesson,
  outcome,
  task,
  mistake: null,
});
const read = (step: number): Fact => ({ kind: 'step.read', lesson, step });
const of = (...facts: readonly Fact[]) => fold(entriesOf(facts));

describe('fold', () => {
  test('of nothing', () => {
    expect(fold([])).toEqual({
      lessons: {},
      last: null,
      assessments: {},
      claimsProved: 0,
      lessonsFinished: 0,
      toClear: [],
      beliefs: [],
      notes: [],
    });
  });

  test('of a lesson walked through', () => {
    const prediction = { outcome: 'wrong', said: 'all twenty', measured: 'ten', belief: 'W55', at: minute(2) };
    const answer = { outcome: 'right', sure: true, beliefs: [], at: minute(5) };
    expect(
      of(
        { kind: 'lesson.opened', lesson },
        read(1),
        predicted('wrong', 'W55'),
        proved('proved'),
        read(2),
        answered('q1', 'right'),
        judged('not-yet', 'stored'),
        { kind: 'hint', lesson, task: 'stored', rung: 2 },
        { kind: 'hint', lesson, task: 'stored', rung: 1 },
        judged('passed'),
        { kind: 'lesson.finished', lesson },
        { kind: 'note', lesson: null, text: 'ask about ELR' },
      ),
    ).toEqual({
      lessons: {
        [lesson]: {
          opened: minute(0),
          at: minute(10),
          read: [1, 2],
          furthest: 2,
          current: 3,
          predictions: { '01-x': { first: prediction, latest: prediction } },
          experiments: {
            '01-x': {
              claim: 'acknowledged-survives',
              verdict: 'proved',
              because: null,
              kafka: '4.3.1',
              driver: 'jvm',
              at: minute(3),
            },
          },
          claims: { 'acknowledged-survives': { experiment: '01-x', kafka: '4.3.1', driver: 'jvm', at: minute(3) } },
          answers: { q1: { first: answer, latest: answer } },
          exercise: { outcome: 'passed', task: null, mistake: null, at: minute(9), attempts: 2, failures: 0, passed: minute(9) },
          hints: { stored: 2 },
          finished: minute(10),
        },
      },
      last: { lesson, step: 3, at: minute(4) },
      assessments: {},
      claimsProved: 1,
      lessonsFinished: 1,
      toClear: [{ lesson, what: 'prediction', id: '01-x', at: minute(2), beliefs: ['W55'] }],
      beliefs: ['W55'],
      notes: [{ at: minute(11), lesson: null, text: 'ask about ELR' }],
    });
  });

  test('an assessment is of a part, not of a lesson: when it first passed, and how often it was looked at', () => {
    const look = (outcome: 'passed' | 'not-yet' | 'left') => ({
      kind: 'assessment' as const,
      part: 1,
      outcome,
      unmet: [],
      clues: 0,
      seed: 1,
    });
    const state = of(look('not-yet'), look('passed'), look('left'));
    expect(state.assessments[1]).toMatchObject({ passed: minute(1), checks: 2, at: minute(2) });
    expect([state.lessons, state.last]).toEqual([{}, null]);
  });

  test('a later run that proves nothing leaves the claim seen, with the version that showed it', () => {
    const { claims, experiments } =
      of(proved('proved', '4.3.0'), proved('proved', '4.3.1'), proved('refuted', '4.4.0')).lessons[lesson] ?? {};
    expect(claims).toEqual({ 'acknowledged-survives': { experiment: '01-x', kafka: '4.3.1', driver: 'jvm', at: minute(1) } });
    expect(experiments?.['01-x']?.verdict).toBe('refuted');
  });

  test('a reset goes back to its step, opens the lesson again and takes no proof away', () => {
    const state = of(
      read(1),
      read(2),
      read(3),
      proved('proved'),
      { kind: 'lesson.finished', lesson },
      { kind: 'lesson.reset', lesson, step: 2 },
    );
    expect(state.lessons[lesson]).toMatchObject({ read: [1], furthest: 3, current: 2, finished: null });
    expect(state).toMatchObject({ last: { lesson, step: 2 }, claimsProved: 1, lessonsFinished: 0 });
    expect(of(read(1), { kind: 'lesson.reset', lesson, step: 1 }, read(1)).lessons[lesson]).toMatchObject({
      read: [1],
      current: 2,
    });
  });

  test('proof runs and answers elsewhere do not move the place to go on from', () => {
    const state = of(
      read(2),
      { ...proved('proved'), lesson: '01-the-log' } as Fact,
      { ...answered('q1', 'right'), lesson: '03-keys' } as Fact,
    );
    expect(state.last).toEqual({ lesson, step: 3, at: minute(0) });
    expect(state.lessons['01-the-log']?.opened).toBeNull();
  });

  test.for<[string, Fact[], string[]]>([
    ['a wrong prediction waits', [predicted('wrong', 'W55')], ['prediction 01-x W55']],
    ['seeing it proved does not clear it', [predicted('wrong', 'W55'), proved('proved')], ['prediction 01-x W55']],
    ['predicting it right later does', [predicted('wrong', 'W55'), predicted('right')], []],
    ['skipping does not', [predicted('wrong', 'W55'), predicted('skipped')], ['prediction 01-x W55']],
    ['a skipped one makes none', [predicted('skipped'), answered('q1', 'skipped')], []],
    [
      'wrong again after right waits again',
      [answered('q1', 'wrong'), answered('q1', 'right'), answered('q1', 'wrong', ['W3', 'W7'])],
      ['answer q1 W3,W7'],
    ],
    ['another question clears nothing', [answered('q1', 'wrong', ['W3']), answered('q2', 'right')], ['answer q1 W3']],
  ])('%s', ([, facts, left]) => {
    const { toClear, beliefs } = of(...facts);
    expect(toClear.map(({ what, id, beliefs }) => `${what} ${id} ${beliefs.join(',')}`.trim())).toEqual(left);
    expect(beliefs).toEqual([...new Set(toClear.flatMap((each) => each.beliefs))].sort());
  });

  test('failures since the last pass are counted; what could not be judged is an attempt and no failure', () => {
    const { exercise } =
      of(judged('not-yet', 'a'), judged('passed'), judged('not-yet', 'b'), judged('unjudged'), judged('not-yet', 'b')).lessons[
        lesson
      ] ?? {};
    expect(exercise).toMatchObject({ outcome: 'not-yet', task: 'b', attempts: 5, failures: 2, passed: minute(1) });
  });

  test('old ids are read under the names of today', () => {
    const table = {
      lessons: { '06-acks': '07-acks', '07-acks': lesson },
      experiments: { [`${lesson}/x`]: '01-x' },
      claims: { [`${lesson}/acked-survives`]: 'acknowledged-survives' },
      questions: { [`${lesson}/q9`]: 'q1' },
      tasks: { [`${lesson}/old`]: 'stored', [`${lesson}/stored`]: 'old' },
    };
    const old: Fact[] = [
      { ...predicted('wrong'), lesson: '06-acks', experiment: 'x' } as Fact,
      { ...proved('proved'), lesson: '07-acks', experiment: 'x', claim: 'acked-survives' } as Fact,
      { ...answered('q9', 'wrong'), lesson: '06-acks' } as Fact,
      { kind: 'note', lesson: '06-acks', text: '' },
      predicted('right'),
      answered('q1', 'right'),
    ];
    const state = fold(entriesOf(old), table);
    expect(Object.keys(state.lessons)).toEqual([lesson]);
    expect(state.toClear).toEqual([]);
    expect(Object.keys(state.lessons[lesson]?.claims ?? {})).toEqual(['acknowledged-survives']);
    expect(state.notes[0]?.lesson).toBe(lesson);
    expect(fold(entriesOf([{ kind: 'hint', lesson, task: 'old', rung: 1 }]), table).claimsProved).toBe(0);
  });

  test('is plain data, whatever the log says, and changes none of it', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const before = JSON.stringify(log);
        const state = fold(log);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        expect(JSON.stringify(log)).toBe(before);
        for (const each of Object.values(state.lessons)) expect(Math.max(0, ...each.read)).toBeLessThanOrEqual(each.furthest);
      }),
    );
  });
});
