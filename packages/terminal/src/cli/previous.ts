import { existsSync } from 'node:fs';
import type { LoadedLesson } from '@proving/catalog';
import type { Progress } from '@proving/progress';
import { type ExitCode, exitCodes, type ProgressEntry } from '@proving/spec';
import { codeOf, judgedFact, judgeRequest } from '../open/judge.ts';
import { roomOf } from '../page/prose.ts';
import { hanging, padEnd } from '../text.ts';
import type { ExerciseResult } from '../walk/runner.ts';
import { ownPath } from '../workbench/files.ts';
import { couldNotRun } from '../workbench/session.ts';
import type { Call } from './call.ts';
import { allLessons, progressOf } from './course.ts';
import { goLive } from './live.ts';
import { lazyRunner } from './runner.ts';

/** What judging again needs of a command. */
export type PreviousCall = Pick<Call, 'out' | 'paper' | 'mode' | 'flags' | 'signal'>;
type Judge = ReturnType<typeof lazyRunner>['judgeExercise'];

/** Every exercise that was passed, judged once more; the code is that of the worst. */
export async function judgePrevious(call: Call): Promise<ExitCode> {
  const runner = lazyRunner(call.home);
  try {
    return await judgeAgain(call, (await allLessons(call)).lessons, progressOf(call), runner.judgeExercise);
  } finally {
    await runner.coolDown?.();
  }
}

/** In the order of the course, with the learner's own files. What no longer passes is opened again: in the log first, then in words. */
export async function judgeAgain(
  call: PreviousCall,
  lessons: readonly LoadedLesson[],
  progress: Progress,
  judge: Judge,
): Promise<ExitCode> {
  const { out, paper, signal } = call;
  const standing = standingIn((await progress.read()).entries);
  const passed = lessons.filter(({ folder, task }) => task !== null && standing.has(folder));
  if (passed.length === 0) {
    out.line('  No exercise has been passed yet, so there is none to judge again.');
    return exitCodes.proved;
  }
  out.line('\n  What you have passed, judged once more\n');
  let worst: ExitCode = exitCodes.proved;
  let first: LoadedLesson | null = null;
  for (const lesson of passed) {
    const result = existsSync(ownPath(lesson.dir)) ? await judged(call, lesson, judge) : null;
    if (signal.aborted) return exitCodes.interrupted;
    const reopened = result !== null && fails(result);
    if (result) await progress.append(judgedFact(lesson.folder, result));
    // Behind the last step stands the exercise: nothing that was read is taken back.
    if (reopened) await progress.append({ kind: 'lesson.reset', lesson: lesson.folder, step: lesson.steps.length + 1 });
    if (reopened) first ??= lesson;
    if (result) worst = worse(worst, codeOf(result));
    out.json('previous', { lesson: lesson.folder, outcome: result?.outcome ?? null, task: result?.failed?.task ?? null, reopened });
    for (const line of lines(lesson, result, reopened, call)) out.line(line);
  }
  if (first) out.line(`\n  ${paper.glyphs.next} ${paper.pnpm} exercise ${first.number}`);
  return worst;
}

/** The lessons whose exercise was passed and has not been opened again since. */
function standingIn(entries: readonly ProgressEntry[]): ReadonlySet<string> {
  const standing = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'exercise' && entry.outcome === 'passed') standing.add(entry.lesson);
    if (entry.kind === 'lesson.reset') standing.delete(entry.lesson);
  }
  return standing;
}

async function judged(call: PreviousCall, lesson: LoadedLesson, judge: Judge): Promise<ExerciseResult> {
  using live = goLive(call);
  live.tell({ doing: `judging exercise ${lesson.number}` });
  const { seed, driver } = call.flags;
  return judge(judgeRequest({ lesson, seed, driver }, ownPath(lesson.dir), call.signal), (told) => {
    if (told.type === 'progress') live.tell(told);
  }).catch(couldNotRun);
}

/** The learner's program is at fault, and not the cluster below it. */
const fails = ({ outcome, loads }: ExerciseResult) => outcome === 'not-yet' || loads === false;

/** A file that is wrong weighs more than one that could not be judged. */
function worse(one: ExitCode, other: ExitCode): ExitCode {
  const order: readonly ExitCode[] = [exitCodes.proved, exitCodes.unjudged, exitCodes.couldNotRun, exitCodes.notYet];
  return order.indexOf(other) > order.indexOf(one) ? other : one;
}

function lines(lesson: LoadedLesson, result: ExerciseResult | null, reopened: boolean, { paper }: PreviousCall): readonly string[] {
  const { number, manifest } = lesson;
  const room = roomOf(paper) + 2;
  const row = (what: string) => hanging(`  ${number}  ${padEnd(what, 15)}`, manifest.title, room);
  const below = (text: string) => hanging(' '.repeat(6), text, room);
  if (!result) return [...row('not judged'), ...below('Your file is not here; it stays as it was.')];
  if (result.outcome === 'passed') return row(`${paper.glyphs.proved} passed`);
  const { failed, because } = result;
  const why = failed ? `${failed.title}${failed.say ? `. ${failed.say}` : ''}` : (because ?? '');
  const what = { 'not-yet': 'not any more', unjudged: 'could not judge', 'could-not-run': 'could not run' }[result.outcome];
  return [...row(what), ...below(why), ...below(reopened ? 'The exercise is open again.' : 'It stays as it was.')];
}
