import type { Fact } from '@proving/spec';
import { expect, it } from 'vitest';
import { isUnclosed } from '../../src/walk/begin.ts';
import { aLesson } from './lesson.ts';
import { begun } from './walking.ts';

const { folder: lesson, steps, quiz } = aLesson;
const past = (...facts: readonly Fact[]) => facts.map((fact) => ({ fact, day: '2026-11-20' }));
const exercise: Fact = { kind: 'exercise', lesson, outcome: 'passed', task: null, mistake: null };
const finished = past(
  ...steps.map(({ number }): Fact => ({ kind: 'step.read', lesson, step: number })),
  ...quiz.map(({ id }): Fact => ({ kind: 'answer', lesson, question: id, outcome: 'right', sure: true, beliefs: [] })),
  exercise,
  { kind: 'lesson.finished', lesson },
);
const opened = (step: number) => [...finished, ...past({ kind: 'lesson.reset', lesson, step })];

it('an exercise that is opened again is all that is open, and the lesson is finished once it passes', () => {
  const reopened = opened(steps.length + 1);
  expect(begun(reopened).walk.now.at).toBe('exercise');
  expect(isUnclosed(aLesson, [...reopened, ...past(exercise)])).toBe(true);
});

it('who goes back to a step is asked the questions at the end once more', () => {
  const reopened = opened(steps.length);
  expect(begun(reopened).walk.now.at).toBe('reading');
  expect(isUnclosed(aLesson, [...reopened, ...past(exercise)])).toBe(false);
});
