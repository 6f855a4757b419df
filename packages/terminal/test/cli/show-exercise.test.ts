import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openProgress } from '@proving/progress';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { showState } from '../../src/open/exercise.ts';
import { paperOf } from '../../src/paper.ts';
import { notYet } from '../screens/judged.ts';
import { aLesson } from '../screens/lesson.ts';
import { recorded } from '../screens/runner.ts';
import { written } from '../written.ts';
import { proving } from './spawned.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'proving-show-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const lesson = '07-acks-and-durability';
const exercise = (file: string) =>
  readFile(fileURLToPath(new URL(`../../../../lessons/${lesson}/exercise/${file}`, import.meta.url)), 'utf8');
const show = (...args: string[]) => proving(['exercise', '07', 'show', ...args], { PROVING_HOME: home });
const entriesIn = async () => (await openProgress({ home, course: '0' }).read()).entries;

it('shows the task, as markdown byte for byte, and the goal; neither needs a cluster', async () => {
  const task = await exercise('task.md');
  expect(await show('task', '--raw')).toEqual({ out: `${task.trimEnd()}\n`, err: '', code: 0 });
  expect(JSON.parse((await show('task', '--json')).out)).toMatchObject({ type: 'task', lesson, markdown: task });
  expect((await show('task')).out).toContain('your file  ');
  expect((await show('goal')).out).toMatch(/07 goal[\s\S]*copies {5}at least 2/);
});

it('shows the solution behind the first attempt, with a yes, and counts its rungs as taken', async () => {
  expect(await show('solution', '--yes')).toMatchObject({ code: 64, err: expect.stringContaining('was not tried yet') });
  const progress = openProgress({ home, course: '0' });
  await progress.append({ kind: 'exercise', lesson, outcome: 'not-yet', task: 'nothing-lost', mistake: null });
  expect(await show('solution')).toMatchObject({ out: '', code: 64 });
  const { out, code } = await show('solution', '--yes');
  expect([code, out.replaceAll(/^ +/gm, '')]).toEqual([0, expect.stringContaining('replicationFactor: 3,')]);
  expect((await entriesIn()).at(-1)).toMatchObject({ kind: 'hint', lesson, task: 'nothing-lost', rung: 4 });
  expect((await show('solution')).code).toBe(0);
  expect(await entriesIn()).toHaveLength(2);
});

test.for<[string, string[], string]>([
  ['a word that it does not know', ['gaol'], 'pnpm exercise 07 show goal'],
  ['nothing', [], 'pnpm exercise 07 show task'],
  ['--raw with something else', ['goal', '--raw'], 'pnpm exercise 07 show task --raw'],
])('is refused with %s', async ([, args, fix]) => {
  const { code, err } = await show(...args);
  expect([code, err.replaceAll('npx -y pnpm@12', 'pnpm')]).toEqual([64, expect.stringContaining(fix)]);
});

it('shows the state: judged once, and what was measured where the goal stands', async () => {
  const dir = join(home, '07-acks');
  const check = { tasks: [{ id: 'readable', title: 'every order is readable', expect: { lost: 0 }, mistakes: {}, hints: [] }] };
  await mkdir(join(dir, 'exercise'), { recursive: true });
  await writeFile(join(dir, 'exercise', 'start.ts'), 'start\n');
  await writeFile(join(dir, 'exercise', 'check.ts'), `export default ${JSON.stringify(check)};\n`);
  const { output, text } = written();
  const progress = openProgress({ home, course: '0' });
  const code = await showState({
    lesson: { ...aLesson, dir },
    mode: 'plain',
    paper: paperOf({ columns: 80, colour: false, utf8: true }),
    progress,
    runner: recorded({ exercise: [notYet] }),
    home,
    seed: 1,
    driver: null,
    signal: new AbortController().signal,
    streams: { input: process.stdin, output },
    file: null,
  });
  expect(code).toBe(1);
  expect(text()).toMatch(/07 state[\s\S]*lost {2}6[\s\S]*lost is 6, the goal is 0/);
  expect(text()).not.toContain('judged');
  expect((await entriesIn()).map(({ kind }) => kind)).toEqual(['exercise']);
});
