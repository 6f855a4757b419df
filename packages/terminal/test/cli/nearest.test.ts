import { expect, test } from 'vitest';
import { nearest } from '../../src/cli/nearest.ts';

const words = ['lesson', 'quiz', 'exercise', 'progress', 'reset', 'cluster', 'prove', 'diagnose', 'report'];

test.each([
  ['lesson', 'lesson'],
  ['lessn', 'lesson'],
  ['lesosn', 'lesson'],
  ['LESSON', 'lesson'],
  ['quit', 'quiz'],
  ['doctor', null],
  ['prov', 'prove'],
  ['ex', 'exercise'],
  ['x', null],
  ['', null],
])('%s → %s', (typed, word) => expect(nearest(typed, words)).toBe(word));
