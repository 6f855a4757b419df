import type { ExerciseResult } from '../../src/walk/runner.ts';

/** The small lesson's exercise, judged: six of its orders were lost. */
export const notYet: ExerciseResult = {
  outcome: 'not-yet',
  tasks: [{ id: 'readable', title: 'every order is readable', state: 'failed' }],
  failed: {
    task: 'readable',
    title: 'every order is readable',
    differences: [{ path: 'lost', expected: 0, measured: 6 }],
    say: null,
    mistake: null,
    evidence: [],
  },
  observed: { lost: 6 },
  because: null,
  printed: [],
  ms: 10,
};

export const passed: ExerciseResult = {
  ...notYet,
  outcome: 'passed',
  failed: null,
  observed: { lost: 0 },
  tasks: [{ id: 'readable', title: 'every order is readable', state: 'passed' }],
};
