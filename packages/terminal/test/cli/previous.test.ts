import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadedLesson } from '@proving/catalog';
import { fold, openProgress } from '@proving/progress';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Flags } from '../../src/cli/call.ts';
import { judgeAgain } from '../../src/cli/previous.ts';
import { thenAtLast } from '../../src/cli/until-last.ts';
import type { ExerciseResult } from '../../src/walk/runner.ts';
import { notYet, passed } from '../screens/judged.ts';
import { aLesson } from '../screens/lesson.ts';
import { paper } from '../screens/watched.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'proving-previous-'));
});
afterEach(() => rm(dir, { recursive: true }));

const unloaded: ExerciseResult = { ...notYet, outcome: 'could-not-run', failed: null, loads: false, because: 'Expected ";"' };
const noCluster: ExerciseResult = { ...notYet, outcome: 'could-not-run', failed: null, because: 'No broker answered.' };
const progressHere = () => openProgress({ home: join(dir, 'home'), course: '0.0.0' });

/** Lessons with the learner's own file in each, but for those without one. */
function course(numbers: readonly string[], without: readonly string[] = []): Promise<readonly LoadedLesson[]> {
  return Promise.all(
    numbers.map(async (number) => {
      const lesson = { ...aLesson, number, folder: `${number}-a`, dir: join(dir, number) };
      if (without.includes(number)) return lesson;
      await mkdir(join(lesson.dir, 'exercise', 'work'), { recursive: true });
      await writeFile(join(lesson.dir, 'exercise', 'work', 'start.ts'), 'mine');
      return lesson;
    }),
  );
}

async function again(lessons: readonly LoadedLesson[], results: Readonly<Record<string, ExerciseResult>>) {
  const said: string[] = [];
  const judged: string[] = [];
  const nothing = () => undefined;
  const out = { line: (text = '') => void said.push(text), json: nothing, passing: nothing, clear: nothing, raw: nothing };
  const flags = { seed: null, driver: null } as Flags;
  const call = { out, paper: paper(60), mode: 'plain' as const, flags, signal: new AbortController().signal };
  const code = await judgeAgain(call, lessons, progressHere(), async ({ lesson, file }) => {
    judged.push(file.slice(dir.length + 1));
    return results[(lesson as LoadedLesson).number] ?? passed;
  });
  return { code, said: said.join('\n'), judged };
}

async function pass(...folders: readonly string[]) {
  for (const lesson of folders) {
    await progressHere().append({ kind: 'exercise', lesson, outcome: 'passed', task: null, mistake: null });
    await progressHere().append({ kind: 'lesson.finished', lesson });
  }
}
const finished = async () => {
  const { lessons } = fold((await progressHere().read()).entries);
  return Object.keys(lessons).filter((folder) => lessons[folder]?.finished);
};

test('what was passed is judged in the order of the course, and what no longer passes is opened again', async () => {
  const lessons = await course(['01', '02', '03', '04']);
  await pass('03-a', '01-a', '02-a');
  const { code, said, judged } = await again(lessons, { '02': notYet });
  expect(judged).toEqual(['01', '02', '03'].map((number) => `${number}/exercise/work/start.ts`));
  expect(code).toBe(1);
  expect(said).toBe(`
  What you have passed, judged once more

  01  ✓ passed       What "acknowledged" means
  02  not any more   What "acknowledged" means
      every order is readable
      The exercise is open again.
  03  ✓ passed       What "acknowledged" means

  → pnpm exercise 02`);
  expect(await finished()).toEqual(['03-a', '01-a']);
  expect((await progressHere().read()).entries.flatMap((entry) => (entry.kind === 'lesson.reset' ? [entry.step] : []))).toEqual([
    3,
  ]);
  // It is open, so there is nothing of it that could be judged again until it has been passed once more.
  expect((await again(lessons, {})).judged).toEqual(['01/exercise/work/start.ts', '03/exercise/work/start.ts']);
});

test('a file with a mistake in its syntax is opened again; where the cluster is at fault, or the file elsewhere, nothing is', async () => {
  const lessons = await course(['01', '02', '03'], ['03']);
  await pass('01-a', '02-a', '03-a');
  const { code, said } = await again(lessons, { '01': noCluster, '02': unloaded });
  expect(code).toBe(3);
  expect(said).toContain('No broker answered.\n      It stays as it was.');
  expect(said).toContain('Expected ";"\n      The exercise is open again.');
  expect(said).toContain('Your file is not here; it stays as it was.');
  expect(await finished()).toEqual(['01-a', '03-a']);
});

test('who has passed nothing is told so', async () => {
  expect(await again(await course(['01']), {})).toEqual({
    code: 0,
    judged: [],
    said: '  No exercise has been passed yet, so there is none to judge again.',
  });
});

test('the last lesson that is finished, and only that, is followed by judging all again', async () => {
  const progress = progressHere();
  const folders = async () => ['01-a', '02-a'];
  const finish = (lesson: string) => async () => {
    await progress.append({ kind: 'lesson.finished', lesson });
    return 0;
  };
  const last = async () => 1;
  expect(await thenAtLast(progress, finish('01-a'), folders, last)).toBe(0);
  expect(await thenAtLast(progress, finish('02-a'), folders, last)).toBe(1);
  expect(await thenAtLast(progress, async () => 0, folders, last)).toBe(0);
});
