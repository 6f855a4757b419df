import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findLessons, type LoadedLesson, loadLesson } from '@proving/catalog';
import { openCluster, stopCluster } from '@proving/cluster';
import { Observer } from '@proving/lab';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { coolDown, type ExerciseResult, judgeExercise, repositoryRoot, type Told } from '../src/index.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'programs-'));
  await (await openCluster())[Symbol.asyncDispose]();
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await stopCluster();
});

async function numbered(number: string): Promise<LoadedLesson> {
  const found = (await findLessons(repositoryRoot())).find((each) => each.number === number);
  if (!found) throw new Error(`no lesson ${number}`);
  return loadLesson(found);
}

async function judged(name: string, text: string): Promise<ExerciseResult> {
  const file = join(folder, `${name}.ts`);
  await writeFile(file, text);
  return judgeExercise({ lesson: await numbered('01'), file }, () => undefined);
}
const couldNotRun = async (name: string, text: string) => {
  const { outcome, because } = await judged(name, text);
  return { outcome, because };
};

it('a program that cannot be read or loaded', { timeout: 60_000 }, async () => {
  expect(await couldNotRun('syntax', 'export default async function ( {\n')).toEqual({
    outcome: 'could-not-run',
    because: expect.stringMatching(/syntax\.ts:2:0: ERROR: Expected identifier/),
  });
  const { dir } = await numbered('01');
  const own = join(dir, 'exercise', 'work', 'broken.ts');
  await mkdir(dirname(own), { recursive: true });
  await writeFile(own, 'export default (\n');
  const { because: named } = await judgeExercise({ lesson: await numbered('01'), file: own }, () => undefined).finally(() =>
    rm(own),
  );
  expect(named).toMatch(/^\S[^/]* error:\n(?!\/)\S+broken\.ts:2:0: ERROR/);
  expect(await couldNotRun('nothing', 'export const labels = 1;\n')).toEqual({
    outcome: 'could-not-run',
    because: 'The file has no default export that is a function.',
  });
  const { because } = await couldNotRun('imports', "import x from 'no-such-package';\nexport default x;\n");
  expect(because).toMatch(/^Cannot find (module|package) 'no-such-package'/);
  expect(because).not.toContain('namespace=');
});

it('a program that leaves its process, or throws where nobody catches', { timeout: 60_000 }, async () => {
  expect(await couldNotRun('exits', 'export default async () => process.exit(0);\n')).toEqual({
    outcome: 'could-not-run',
    because:
      'Your program ended its process with code 0, so nothing could be looked at. Let it return instead of calling process.exit.',
  });
  const late =
    'export default async () => { void Promise.reject(new TypeError("late")); await new Promise(() => setInterval(() => {}, 1_000)); };\n';
  expect(await couldNotRun('late', late)).toEqual({
    outcome: 'could-not-run',
    because: 'Nothing caught an error of your program: TypeError: late',
  });
});

it('a program that throws what is no error is judged by what it left', { timeout: 60_000 }, async () => {
  const { outcome, failed } = await judged('string', "export default async () => { throw 'words'; };\n");
  expect([outcome, failed?.evidence.at(-1)]).toEqual(['not-yet', 'the end of the program: with an error: words']);
});

it('of what a program prints the last lines are kept, whole and to the end', { timeout: 60_000 }, async () => {
  const { printed } = await judged(
    'prints',
    'export default async () => { for (let i = 1; i <= 50_000; i++) console.log("line", i); };\n',
  );
  expect(printed).toEqual(Array.from({ length: 200 }, (_, i) => `line ${49_801 + i}`));
});

/** Breaks a judgement off for a newer version, `laterMs` after `when` was told; the milliseconds until it had ended. */
async function superseded(number: string, text: string, when: (told: Told) => boolean, laterMs = 0): Promise<number> {
  const file = join(folder, `superseded-${number}.ts`);
  await writeFile(file, text);
  const abort = new AbortController();
  let at = Number.NaN;
  let begun = false;
  await judgeExercise({ lesson: await numbered(number), file, signal: abort.signal }, (told) => {
    if (begun || !when(told)) return;
    begun = true;
    setTimeout(() => {
      at = performance.now();
      abort.abort('superseded');
    }, laterMs);
  });
  expect(abort.signal.aborted).toBe(true);
  return performance.now() - at;
}

it('a version that never pauses is ended at once for a newer one', { timeout: 60_000 }, async () => {
  const blocks = 'export default async () => { for (;;); };\n';
  const took = await superseded('01', blocks, ({ type }) => type === 'event', 1_000);
  expect(took).toBeLessThan(2_000);
  const { outcome, failed } = await judged('newer', 'export default async () => undefined;\n');
  expect([outcome, failed?.task]).toEqual(['not-yet', 'twenty-stored']);
});

it('broken off while brokers are frozen, the newer version still finds a whole cluster', { timeout: 90_000 }, async () => {
  const { dir } = await numbered('07');
  const solution = await readFile(join(dir, 'exercise', 'solution.ts'), 'utf8');
  const isFrozen = (told: Told) => told.type === 'event' && told.event.type === 'fault.injected' && told.event.fault === 'freeze';
  await superseded('07', solution, isFrozen);
  const { outcome } = await judgeExercise(
    { lesson: await numbered('07'), file: join(folder, 'superseded-07.ts') },
    () => undefined,
  );
  expect(outcome).toBe('passed');
  await coolDown();
  await using cluster = await openCluster();
  expect([...cluster.states().values()]).toEqual(['up', 'up', 'up']);
});

it('nothing of them is left on the cluster', { timeout: 60_000 }, async () => {
  await using cluster = await openCluster();
  await using observer = new Observer(cluster);
  expect((await observer.topics()).filter((name) => !name.startsWith('__'))).toEqual([]);
});
