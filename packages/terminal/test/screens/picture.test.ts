import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeTasks } from '@proving/runner';
import { atLeast, type Expectation, type Json } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageText } from '../../src/page/page.ts';
import { Check, type Goal } from '../../src/workbench/check.ts';
import { goalPicture, statePicture } from '../../src/workbench/picture.ts';
import { aLesson } from './lesson.ts';
import { paper } from './watched.ts';

const goals: readonly Goal[] = [
  { id: 'copies', title: 'two brokers have each order', expect: { copies: atLeast(2), quiet: 10 }, hints: [] },
  { id: 'kept', title: 'an acknowledged order outlives its leader', expect: { after: { lost: 0 } }, hints: [] },
];
const measured = (observed: Json | null) => ({ observed, because: null, failed: null });

describe('goal and state', () => {
  it('are drawn alike, and the differences follow in words', () => {
    const state = statePicture(goals, measured({ copies: 3, quiet: 10, after: { lost: 6, read: 34 } }));
    expect(pageText({ say: 'goal', lesson: aLesson, picture: goalPicture(goals) }, paper(60))).toBe(
      `
  07 goal                         what each task looks for

  1  two brokers have each order
     copies      at least 2
     quiet       10

  2  an acknowledged order outlives its leader
     after lost  0

`,
    );
    expect(pageText({ say: 'state', lesson: aLesson, picture: state, at: '14:02:11' }, paper(60))).toBe(
      `
  07 state                     what was measured, 14:02:11

  1  two brokers have each order
     copies      3
     quiet       10

  2  an acknowledged order outlives its leader
     after lost  6

  Differences
    task 2: after lost is 6, the goal is 0
`,
    );
  });

  it('read aloud, a value stands with its name', () => {
    expect(pageText({ say: 'goal', lesson: aLesson, picture: goalPicture(goals) }, paper(60, { aloud: true }))).toContain(
      'copies: at least 2',
    );
  });

  it('what was not measured is said, with the reason where there is one', () => {
    expect(statePicture(goals, measured({ copies: 3, quiet: 10 })).differences).toEqual([
      'task 2: after is not measured, the goal is lost 0',
    ]);
    expect(statePicture(goals, { ...measured(null), because: 'No broker answered.' }).differences).toEqual([
      'nothing was measured: No broker answered.',
    ]);
  });

  it('there is no difference if and only if the check passes', () => {
    const value = fc.constantFrom<Json>(0, 1, 2, 'a', null, [1, 2]);
    const expected = fc.constantFrom<Expectation>(0, 1, 'a', [1, 2], atLeast(1), { $any: true }, { $not: 1 }, { x: 1 }, {});
    const observed = fc.oneof(
      value,
      fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.oneof(value, fc.constant<Json>({ x: 1, y: 2 }))),
    );
    const task = fc
      .oneof(expected, fc.dictionary(fc.constantFrom('x', 'y'), expected))
      .map((expect): Parameters<typeof judgeTasks>[0][number] => ({
        id: 't',
        title: 't',
        expect,
        mistakes: {},
        hints: ['', '', '', ''],
      }));
    const seen = { passed: 0, failed: 0 };
    fc.assert(
      fc.property(fc.array(task, { minLength: 1, maxLength: 3 }), observed, (tasks, json) => {
        const { outcome } = judgeTasks(tasks, json);
        seen[outcome === 'passed' ? 'passed' : 'failed']++;
        // Where the check measured nothing at all there is nothing that could pass.
        if (json === null) return;
        expect(statePicture(tasks, measured(json)).differences?.length === 0).toBe(outcome === 'passed');
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(seen.passed, seen.failed)).toBeGreaterThan(100);
  });
});

it('what a check looks for is read from the check itself', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'proving-check-'));
  await mkdir(join(dir, 'exercise'));
  await writeFile(join(dir, 'exercise', 'check.ts'), `export default { tasks: ${JSON.stringify(goals)} };\n`);
  await writeFile(join(dir, 'exercise', 'solution.ts'), 'export default 1;\n');
  const check = new Check(dir);
  expect([await check.goals(), await check.solution()]).toEqual([goals, 'export default 1;\n']);
  await rm(dir, { recursive: true });
});
